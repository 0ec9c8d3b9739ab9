"""What every act needs at hand: the database, the calendar, the sender of our mails."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.kinds import ActorKind
from rules.ladder import Ladders
from rules.working_days import WorkingDays
from store.database import Database


@dataclass(frozen=True, slots=True)
class MailSender:
    """The installation as a sender of mails, and how one answers them."""

    name: str = "Đôn Đốc"
    address: str = "don-doc@don-doc.example"
    domain: str = "don-doc.example"  #: vế phải của Message-ID
    reply_to: str | None = None
    how_to_answer: str = (
        "Kính đề nghị gửi kết quả (ghi rõ số, ngày văn bản) bằng cách trả lời thư này hoặc gửi văn bản về cơ quan "
        "theo dõi. Nếu cần gia hạn, đề nghị có văn bản nêu lý do và thời hạn mới."
    )


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, for the minutes."""

    kind: ActorKind
    name: str = ""


SYSTEM = Actor(ActorKind.SYSTEM, "don-doc")


@dataclass(frozen=True)
class Office:
    """Made once at the edge and passed down."""

    database: Database
    calendar: WorkingDays
    sender: MailSender = MailSender()
    dry: bool = False  #: mô phỏng: ghi dòng thư nhưng không soạn nội dung
    ladders: Ladders = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ladders", Ladders(self.calendar))
