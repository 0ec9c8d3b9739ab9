"""One thing wrong with a file or a plan, said so that a person can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from config.errors import NeedsPerson


@dataclass(frozen=True, slots=True)
class Problem:
    """Where, what, and what one could do. `warning` does not stop an activation."""

    file: str
    place: str  #: dòng, mục hoặc ô
    message: str
    hint: str = ""
    code: str = ""  #: mã ổn định cho máy đọc, ví dụ "unknown-phrase"
    severity: Literal["error", "warning"] = "error"
    why: str = ""  #: vì sao đáng để ý (quy tắc soát kế hoạch)
    rule: str = ""  #: quy tắc soát kế hoạch đã tìm ra: "R1" … "R9", "R-đọc"; trống: kiểm tra thường

    def __str__(self) -> str:
        tail = f" {self.hint}" if self.hint else ""
        return f"{self.file}, {self.place}: {self.message}{tail}"


class Problems(NeedsPerson):
    """Tệp có lỗi; mọi lỗi được nêu cùng lúc."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)
