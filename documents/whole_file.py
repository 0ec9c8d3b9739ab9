"""Writing a text file that appears whole under its name, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from config.errors import NeedsPerson
from documents.os_trouble import why


class CannotWrite(NeedsPerson):
    """Không ghi được tệp."""


def write_whole(path: Path, text: str) -> None:
    """Write UTF-8 text; raises `CannotWrite` with the path and the reason, and then leaves what was there before."""
    draft: Path | None = None
    try:
        if path.exists() and not path.is_file():
            raise CannotWrite(f"Không ghi được {path}: đây không phải là tệp thường.")
        handle, made = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        draft = Path(made)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o644)
        draft.replace(path)
    except FileNotFoundError as error:
        raise CannotWrite(f"Không ghi được {path}: không có thư mục {path.parent}.") from error
    except OSError as error:
        raise CannotWrite(f"Không ghi được {path}: {why(error)}. Chọn nơi khác để ghi.") from error
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)
