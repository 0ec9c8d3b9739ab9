"""The root of every error of Đôn Đốc, split by what can be done about it."""

from __future__ import annotations


class DonDocError(Exception):
    """Lỗi của Đôn Đốc."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or (self.__doc__ or "").strip())


class TryAgain(DonDocError):
    """Việc này có thể thử lại sau."""


class NeedsPerson(DonDocError):
    """Việc này cần một người quyết định."""


class Bug(DonDocError):
    """Lỗi của chương trình; xin gửi nhật ký cho người vận hành."""
