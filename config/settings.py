"""Settings of an installation: environment variables DONDOC_*, or a .env file. Read once, at the edge."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

#: The checkout: data files (plans, agencies, calendars) lie in it.
ROOT = Path(__file__).resolve().parent.parent
_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


class Settings(BaseSettings):
    """Every knob, with its default. `.env.example` lists them all (a test keeps it complete)."""

    model_config = SettingsConfigDict(env_prefix="DONDOC_", env_file=".env", env_ignore_empty=True, extra="ignore")

    data: Path = ROOT / "data"  #: thư mục dữ liệu của bản cài (cơ sở dữ liệu, dự thảo công văn)
    plans: Path = ROOT / "plans"  #: kế hoạch, danh mục cơ quan, lịch làm việc, cụm từ, chính sách
    database_url: str = ""  #: để trống: SQLite trong thư mục dữ liệu
    sqlite_synchronous: Literal["FULL", "NORMAL", "OFF"] = "FULL"

    smtp_host: str = ""  #: để trống: thư được ghi thành tệp .eml trong thư mục dữ liệu
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_username: str | None = None
    smtp_password: SecretStr | None = None
    smtp_ca_file: Path | None = None  #: chứng thư của máy chủ thư nội bộ, nếu có
    smtp_timeout: timedelta = timedelta(seconds=30)
    smtp_connections: int = Field(default=4, ge=1, le=50)

    mail_name: str = "Đôn Đốc"  #: tên hiển thị của người gửi
    mail_address: str = "don-doc@don-doc.example"
    mail_domain: str = ""  #: vế phải của Message-ID; để trống: tên miền của mail_address
    mail_reply_to: str | None = None
    mail_how_to_answer: str = ""  #: câu hướng dẫn trả lời cuối thư; để trống: câu mặc định

    @model_validator(mode="after")
    def _login_is_whole(self) -> Settings:
        if (self.smtp_username is None) != (self.smtp_password is None):
            raise ValueError("smtp_username and smtp_password belong together: set both or none")
        return self

    @field_validator("mail_address", "mail_reply_to")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value is not None and not _ADDRESS.fullmatch(value):
            raise ValueError(f"{value!r} is no mail address")
        return value

    @field_validator("mail_domain")
    @classmethod
    def _is_a_domain(cls, value: str) -> str:
        if value and not _ADDRESS.fullmatch(f"x@{value}"):
            raise ValueError(f"{value!r} is no domain name")
        return value

    @property
    def database(self) -> str:
        """The database's address, SQLite in the data folder unless said otherwise."""
        return self.database_url or f"sqlite:///{self.data / 'dondoc.db'}"


@cache
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
