"""The sheet of contacts (danh sách đầu mối): which address stands for which agency, in which role, and when."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from documents.sheet_rows import read_rows
from models.contact_row import ContactRow
from models.directory import Directory
from models.kinds import ContactRole
from models.problem import Problem, Problems
from rules.address_syntax import address_fault
from rules.agency_names import bare_key, named
from rules.findings import did_you_mean

#: Column → headers it may have, compared without case, marks and punctuation.
HEADERS: dict[str, tuple[str, ...]] = {
    "id": ("mã", "mã cơ quan", "id", "agency id"),
    "agency": ("cơ quan", "tên cơ quan", "đơn vị", "agency"),
    "name": ("họ tên", "họ và tên", "name"),
    "position": ("chức vụ", "chức danh", "position"),
    "role": ("vai trò", "role"),
    "address": ("email", "e-mail", "thư điện tử", "địa chỉ thư điện tử", "địa chỉ email", "address"),
    "valid_from": ("từ ngày", "valid from", "from"),
    "valid_to": ("đến ngày", "valid to", "to"),
}
_ROLES = {
    "đầu mối": ContactRole.FOCAL_POINT, "focal_point": ContactRole.FOCAL_POINT, "focal point": ContactRole.FOCAL_POINT,
    "người đứng đầu": ContactRole.HEAD, "thủ trưởng": ContactRole.HEAD, "lãnh đạo": ContactRole.HEAD,
    "head": ContactRole.HEAD,
}  # fmt: skip


def read_contacts(path: Path, directory: Directory) -> tuple[ContactRow, ...]:
    """All contacts of a CSV or .xlsx file; raises `Problems` naming every bad row at once."""
    rows = read_rows(path)
    sheet = _Sheet(path.name, directory, rows[0])
    for number, cells in rows[1:]:
        sheet.read(number, cells)
    if sheet.problems:
        raise Problems(sheet.problems)
    return tuple(sheet.contacts)


class _Sheet:
    """One sheet, with the columns its header names."""

    def __init__(self, file: str, directory: Directory, header: tuple[int, list[str]]) -> None:
        self.file = file
        self.directory = directory
        self.problems: list[Problem] = []
        self.contacts: list[ContactRow] = []
        self._seen: dict[ContactRow, int] = {}
        self.columns = self._columns(*header)

    def _add(self, number: int, message: str, code: str, hint: str = "") -> None:
        self.problems.append(Problem(self.file, f"dòng {number}", message, hint, code))

    def _columns(self, number: int, header: list[str]) -> dict[str, int]:
        known = {bare_key(text): name for name, texts in HEADERS.items() for text in texts}
        columns: dict[str, int] = {}
        for index, text in enumerate(header):
            name = known.get(bare_key(text))
            if name is None and text:
                printed = {bare_key(texts[0]): texts[0] for texts in HEADERS.values()}
                near = get_close_matches(bare_key(text), printed, n=1)
                self._add(number, f"không hiểu cột '{text}'.", "unknown-column", _mean(near, printed))
            elif name in columns:
                self._add(number, f"cột '{text}' có hai lần.", "duplicate-column")
            elif name is not None:
                columns[name] = index
        for name in ("role", "address"):
            if name not in columns:
                self._add(number, f"thiếu cột '{HEADERS[name][0]}'.", "missing-column")
        if "id" not in columns and "agency" not in columns:
            self._add(number, "thiếu cột 'cơ quan' hoặc 'mã cơ quan'.", "missing-column")
        if self.problems:
            raise Problems(self.problems)
        return columns

    def read(self, number: int, cells: list[str]) -> None:
        """One row; whatever is wrong with it is added to the problems."""
        before = len(self.problems)
        row = {name: cells[index] if index < len(cells) else "" for name, index in self.columns.items()}
        agency_id = self._agency(number, row.get("id", ""), row.get("agency", ""))
        roles = self._roles(number, row["role"])
        fault = address_fault(row["address"]) if row["address"] else "thiếu địa chỉ thư điện tử"
        if fault:
            self._add(number, f"{fault}: '{row['address']}'." if row["address"] else f"{fault}.", "bad-address")
        start, end = self._day(number, row.get("valid_from", "")), self._day(number, row.get("valid_to", ""))
        if start and end and start > end:
            self._add(number, f"'đến ngày' {end} trước 'từ ngày' {start}.", "validity-order")
        if len(self.problems) > before:
            return
        for role in roles:
            contact = ContactRow(
                agency_id, role, row["address"], row.get("name", ""), row.get("position", ""), start, end
            )
            if contact in self._seen:
                self._add(number, f"trùng với dòng {self._seen[contact]}.", "duplicate-row", "Bỏ một dòng.")
            self._seen[contact] = number
            self.contacts.append(contact)

    def _agency(self, number: int, given_id: str, name: str) -> str:
        if given_id:
            if given_id not in self.directory.by_id:
                hint = did_you_mean(given_id, self.directory.by_id)
                self._add(number, f"không có cơ quan mã '{given_id}'.", "unknown-agency", hint)
            return given_id
        if not name:
            self._add(number, "thiếu tên hoặc mã cơ quan.", "missing-cell")
            return ""
        found = named(name, self.directory)
        if len(found) == 1:
            return found[0].id
        if found:
            ids = ", ".join(entry.id for entry in found[:4])
            self._add(number, f"có {len(found)} cơ quan tên '{name}'.", "ambiguous-agency", f"Ghi mã: {ids}.")
            return ""
        printed = {bare_key(entry.name): entry.name for entry in self.directory.agencies}
        near = get_close_matches(bare_key(name), printed, n=1, cutoff=0.7)
        self._add(number, f"không tìm thấy cơ quan '{name}'.", "unknown-agency", _mean(near, printed))
        return ""

    def _roles(self, number: int, text: str) -> list[ContactRole]:
        known = {bare_key(word): role for word, role in _ROLES.items()}
        roles: list[ContactRole] = []
        for part in re.split(r"[,;/+]", text):
            role = known.get(bare_key(part))
            if role is None:
                message = f"không hiểu vai trò '{part.strip()}'." if part.strip() else "thiếu vai trò."
                self._add(number, message, "unknown-role", "Chọn: đầu mối, người đứng đầu.")
            elif role not in roles:
                roles.append(role)
        return roles

    def _day(self, number: int, text: str) -> date | None:
        if not text:
            return None
        match = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
        try:
            return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(text)
        except ValueError:
            self._add(number, f"'{text}' không phải một ngày.", "bad-date", "Viết ngày/tháng/năm, ví dụ 28/01/2022.")
            return None


def _mean(near: list[str], printed: dict[str, str]) -> str:
    return f"Có phải '{printed[near[0]]}'?" if near else ""
