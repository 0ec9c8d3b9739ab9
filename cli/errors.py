"""What can be wrong with a call, beyond what the engine refuses."""

from __future__ import annotations

from config.errors import NeedsPerson


class BadSettings(NeedsPerson):
    """Cấu hình chưa đúng."""


class NoSuchPlan(NeedsPerson):
    """Không có kế hoạch này."""


class NoSuchDirectory(NeedsPerson):
    """Không có danh mục cơ quan này."""


class NoSuchAgency(NeedsPerson):
    """Không có cơ quan này."""


class NotConfirmed(NeedsPerson):
    """Thao tác này cần xác nhận."""


class FolderInUse(NeedsPerson):
    """Thư mục này không dùng được cho lần chạy thử."""


class MailboxNotStarted(NeedsPerson):
    """Hộp thư trên máy này không khởi động được."""


class WrongTable(NeedsPerson):
    """Bảng này không dùng được."""


class FileInTheWay(NeedsPerson):
    """Tệp này đã có."""
