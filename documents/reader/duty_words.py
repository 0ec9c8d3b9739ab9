"""What a duty's words say besides who and when: the channel, a condition, a request."""

from __future__ import annotations

import re

_I = re.IGNORECASE
_CHANNEL = re.compile(
    r"\b((?:thông\s+qua|through qua|qua)\s+(?:sở|phòng|văn phòng|ban|thanh tra|công an|cục|bộ|ủy ban|ubnd|hội đồng|"
    r"trung tâm)\s+"
    r"[^\s,;.)(]+(?:\s+[^\s,;.)(]+){0,7}?)(?=[\s]*(?:[,;.)(]|để\b|trước\b|tổng hợp\b|chậm\b|theo\b|xem xét\b|$))",
    _I,
)
_CONDITION = re.compile(
    r"nếu (?:cần thiết|cần|có yêu cầu|thấy cần)|khi (?:cần thiết|có yêu cầu|được yêu cầu|cần)|"
    r"trong trường hợp cần thiết|"
    r"theo yêu cầu của (?:cấp trên|cơ quan có thẩm quyền)",
    _I,
)
_REQUEST = re.compile(r"^\W*(?:\d+[.)]\s*)?(?:trân trọng\s+)?đề\s+nghị\s", _I)


def channel_of(*texts: str) -> str | None:
    """Where the result is collected ("qua Sở Tư pháp"); None when nothing is said."""
    for text in texts:
        if found := _CHANNEL.search(text):
            return " ".join(found.group(1).split())
    return None


def is_conditional(*texts: str) -> bool:
    """Whether the duty arises only under a condition ("nếu cần thiết")."""
    return any(_CONDITION.search(text) for text in texts)


def is_request(text: str) -> bool:
    """Whether an item asks a body that cannot be ordered ("Đề nghị …")."""
    return _REQUEST.match(text) is not None
