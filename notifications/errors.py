"""What can go wrong on the way of a mail, split by what can be done about it."""

from __future__ import annotations

from config.errors import Bug, DonDocError, NeedsPerson, TryAgain


class _Answered(DonDocError):
    """Carries what the mail server said: `code` (None: it said nothing) and `text` (one line)."""

    def __init__(self, text: str, code: int | None = None) -> None:
        super().__init__(text)
        # The arguments stay as they came, so that the error survives pickling between processes.
        self.args = (text, code)
        self.text = text
        self.code = code

    def __str__(self) -> str:
        said = self.text if self.code is None else f"{self.code} {self.text}"
        return f"{(self.__doc__ or '').strip()} ({said})"


class MailTryAgain(_Answered, TryAgain):
    """Chưa gửi được thư; sẽ tự gửi lại sau."""


class MailRefused(_Answered, NeedsPerson):
    """Máy chủ thư từ chối thư này; đề nghị kiểm tra địa chỉ nhận và lời từ chối của máy chủ."""


class SmtpMisconfigured(_Answered, NeedsPerson):
    """Kênh thư chưa dùng được; đề nghị người vận hành kiểm tra cấu hình SMTP. Không thư nào bị coi là bị từ chối."""


class WrongAddress(NeedsPerson):
    """Địa chỉ thư điện tử không dùng được; đề nghị sửa lại trong danh bạ cơ quan."""


class UnfitMessage(Bug):
    """Thư được lập sai; người lập trình cần sửa nơi lập thư."""


class ChannelElsewhere(Bug):
    """Kênh thư còn mở kết nối ở một vòng lặp sự kiện khác; hãy gọi close() trước khi vòng lặp ấy kết thúc."""
