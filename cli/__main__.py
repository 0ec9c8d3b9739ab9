"""The command `dondoc`."""

from __future__ import annotations

import io
import sys

from cli.app import make_app


def main() -> None:
    """Entry point; whatever the locale says, what we print is Vietnamese in UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    make_app()()


if __name__ == "__main__":
    main()
