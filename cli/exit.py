"""How a command ends: its exit code, and the one message a person gets instead of a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from enum import IntEnum
from typing import Any

from cli.usage import in_vietnamese
from config.errors import Bug, DonDocError, TryAgain

#: Set to 1 to see the traceback of any error.
DEBUG = "DONDOC_DEBUG"


class ExitCode(IntEnum):
    """What a calling script may rely on."""

    OK = 0
    NEEDS_PERSON = 1  #: có việc người dùng phải làm
    USAGE = 2  #: gọi lệnh sai
    TRY_AGAIN = 3  #: thử lại sau
    BUG = 70  #: lỗi chương trình (EX_SOFTWARE)
    INTERRUPTED = 130


def guarded(work: Callable[[], Any]) -> int:
    """Run a command; every error becomes a message on stderr and a code."""
    try:
        code = work()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader has gone ("| head"). Python would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.NEEDS_PERSON  # as the option library does when it notices first
    except Exception as error:
        if os.environ.get(DEBUG) == "1":
            traceback.print_exc()
        return report(error)
    return code if isinstance(code, int) else ExitCode.OK


def report(error: Exception) -> ExitCode:
    """Say what went wrong on stderr; returns the code to leave with."""
    usage = in_vietnamese(error)
    if usage is not None:
        if usage:
            tell(usage)
        return ExitCode.USAGE
    if isinstance(error, DonDocError) and not isinstance(error, Bug):
        _tell_expected(error)
        return ExitCode.TRY_AGAIN if isinstance(error, TryAgain) else ExitCode.NEEDS_PERSON
    database = _database_fault(error)
    if database is not None:
        tell(f"Lỗi: cơ sở dữ liệu chưa dùng được ({_first_line(error)}). Kiểm tra bằng: dondoc check")
        return database
    if isinstance(error, OSError) and error.errno is not None:
        from documents.os_trouble import why

        where = f"không dùng được {error.filename}" if error.filename is not None else "không ghi được kết quả"
        tell(f"Lỗi: {where} ({why(error)}).")
        return ExitCode.NEEDS_PERSON
    tell(f"Bug: {type(error).__name__}: {_first_line(error)} (set {DEBUG}=1 to see the traceback)")
    return ExitCode.BUG


def tell(text: str) -> None:
    """One message on stderr."""
    print(text, file=sys.stderr)


def _tell_expected(error: DonDocError) -> None:
    from cli.printing import problem_lines
    from models.problem import Problems

    if isinstance(error, Problems):
        tell("\n".join(problem_lines(error.problems)))
    else:
        tell(f"Lỗi: {error}")


def _database_fault(error: Exception) -> ExitCode | None:
    """Locked or unreachable: again later; no database at all: a person. SQLAlchemy is not imported only to ask."""
    known = sys.modules.get("sqlalchemy.exc")
    if known is None:
        return None
    if isinstance(error, (known.OperationalError, known.TimeoutError)):
        return ExitCode.TRY_AGAIN
    unfit = type(error) is known.DatabaseError or isinstance(error, known.ArgumentError)
    return ExitCode.NEEDS_PERSON if unfit else None


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0]
