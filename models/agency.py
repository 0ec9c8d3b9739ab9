"""Agencies and their contacts (cơ quan, địa chỉ liên hệ)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import choice
from models.directory import AgencyEntry
from models.kinds import AgencyClass, ContactRole
from models.succession import Succession, SuccessionCertainty, SuccessionKind


class Agency(SQLModel, table=True):
    """One agency with its validity; see `models.directory.AgencyEntry` for the meaning of the fields."""

    id: str = Field(primary_key=True, max_length=80)
    directory: str = Field(index=True, max_length=60)
    position: int = 0
    name: str
    klass: AgencyClass = Field(sa_type=choice(AgencyClass, "agency_class"))
    province: str
    parent_id: str | None = Field(default=None, index=True)
    short_name: str | None = None
    symbol: str | None = None
    system: str = ""
    code: str = ""
    valid_from: date | None = None
    valid_to: date | None = Field(default=None, index=True)
    successor_id: str | None = None

    def entry(self) -> AgencyEntry:
        """The same as a plain value."""
        return AgencyEntry(
            id=self.id, name=self.name, klass=AgencyClass(self.klass), province=self.province, parent=self.parent_id,
            short_name=self.short_name, symbol=self.symbol, system=self.system, code=self.code,
            valid_from=self.valid_from, valid_to=self.valid_to, successor=self.successor_id, order=self.position,
        )  # fmt: skip


class DirectoryList(SQLModel, table=True):
    """Which agencies a directory lists, in its order; one that lies in two directories is stored once."""

    __tablename__ = "directory"  # pyright: ignore[reportAssignmentType] -- SQLModel declares a method

    key: str = Field(primary_key=True, max_length=60)
    members: list[str] = Field(default_factory=list, sa_type=JSON)


class Contact(SQLModel, table=True):
    """An address of an agency for one role; the address is stored normalised."""

    __table_args__ = (UniqueConstraint("agency_id", "role", "email", "valid_from"),)

    id: int | None = Field(default=None, primary_key=True)
    agency_id: str = Field(foreign_key="agency.id", index=True)
    role: ContactRole = Field(sa_type=choice(ContactRole, "contact_role"))
    name: str = ""  #: họ tên
    title: str = ""  #: chức vụ
    email: str
    valid_from: date | None = None
    valid_to: date | None = None


class StoredSuccession(SQLModel, table=True):
    """What became of an agency that ended, as imported; see `models.succession.Succession` for the fields."""

    __tablename__ = "succession"  # pyright: ignore[reportAssignmentType] -- SQLModel declares a method

    predecessor_id: str = Field(primary_key=True, max_length=80)
    successors: list[str] = Field(default_factory=list, sa_type=JSON)
    on: date
    kind: SuccessionKind = Field(sa_type=choice(SuccessionKind, "succession_kind"))
    source: str
    note: str = ""
    certainty: SuccessionCertainty = Field(sa_type=choice(SuccessionCertainty, "succession_certainty"))

    def value(self) -> Succession:
        """The same as a plain value."""
        return Succession(
            self.predecessor_id, tuple(self.successors), self.on, SuccessionKind(self.kind), self.source, self.note,
            SuccessionCertainty(self.certainty),
        )  # fmt: skip
