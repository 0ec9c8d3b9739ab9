"""What a section is for, by its heading: aims and money hold no tasks, responsibilities only dated ones."""

from __future__ import annotations

import re
from enum import StrEnum

from documents.reader.outline import Heading


class Mode(StrEnum):
    """How duties in prose are looked for under a heading."""

    SKIP = "skip"
    MONEY = "money"
    DUTIES = "duties"
    CONTENT = "content"


_WORK = re.compile(r"nội dung|nhiệm vụ|giải pháp|hoạt động|tổ chức thực hiện|phân công", re.IGNORECASE)
_SKIP = re.compile(
    r"mục đích|mục tiêu|yêu cầu|quan điểm|nguyên tắc|căn cứ|đặc điểm|tình hình chung|sự cần thiết|phạm vi|chỉ tiêu|"
    r"đối tượng|"
    r"kết quả đạt được|tồn tại, hạn chế|thực trạng|đánh giá chung|kết quả thực hiện năm|tình hình thực hiện|"
    r"cơ sở (?:pháp lý|thực tiễn)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"^\W*(?:nguồn\s+)?(?:kinh phí|dự toán|nguồn lực|nguồn vốn|cơ chế tài chính)|kinh phí(?: thực hiện| bảo đảm)?\W*$",
    re.IGNORECASE,
)
_DUTIES = re.compile(
    r"tổ chức thực hiện|tổ chức triển khai|trách nhiệm|phân công|chế độ (?:thông tin,? )?báo cáo|"
    r"triển khai thực hiện\W*$|"
    r"chế độ thông tin|điều khoản thi hành",
    re.IGNORECASE,
)
_CONTENT_FIRST = re.compile(r"\W*(?:các |một số )?(?:nội dung|nhiệm vụ|hoạt động|giải pháp)", re.IGNORECASE)
_LONGEST = 160  # characters: a longer heading is a sentence and says nothing of its section


def mode_of(heading: Heading) -> Mode:
    """The mode of the nearest heading that tells, down from the section; aims and money win over what is above."""
    mode = Mode.CONTENT
    for node in reversed(list(heading.ancestors())):
        own = _own(node.text)
        if own is not None and (mode is not Mode.DUTIES or own is not Mode.SKIP or len(node.text.split()) <= 6):
            mode = own
    return mode


def _own(text: str) -> Mode | None:
    if not text or len(text) > _LONGEST:
        return None
    if _MONEY.search(text):
        return Mode.MONEY
    if _DUTIES.search(text) and len(text.split()) <= 18 and not _CONTENT_FIRST.match(text):
        return Mode.DUTIES
    if _SKIP.search(text) and not _WORK.search(text) and len(text.split()) <= 14:
        return Mode.SKIP
    return None
