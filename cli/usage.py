"""A command called wrongly, said in Vietnamese: the option library speaks English only."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any


def in_vietnamese(error: Exception) -> str | None:
    """The message for a usage error; None for any other error. Recognised by shape: the library moved its classes."""
    if not hasattr(error, "format_message"):
        return None
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error)  # the help itself
    ctx: Any = getattr(error, "ctx", None)
    command = getattr(ctx, "command_path", "dondoc")
    return f"Lỗi: {_said(error, ctx)}\nXem cách dùng: {command} --help"


def _said(error: Any, ctx: Any) -> str:
    match type(error).__name__:
        case "MissingParameter":
            return f"thiếu {_parameter(error)}."
        case "NoSuchOption":
            near = f" Có phải {' hoặc '.join(error.possibilities)}?" if error.possibilities else ""
            return f"không có tùy chọn '{error.option_name}'.{near}"
        case "BadParameter":
            name = _parameter(error)
            return f"{name}: {error.message}" if name else str(error.message)
    return _no_such_command(error, ctx) or f"gọi lệnh chưa đúng ({error.format_message()})"


def _parameter(error: Any) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "")
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name).strip("[].")


def _no_such_command(error: Any, ctx: Any) -> str | None:
    commands = getattr(getattr(ctx, "command", None), "commands", None)
    start = "No such command "
    if not commands or not error.message.startswith(start):
        return None
    word = error.message.removeprefix(start).partition(". Did you mean")[0].strip("'.")
    near = get_close_matches(word, commands, n=1)
    tail = f" Có phải '{near[0]}'?" if near else f" Có: {', '.join(commands)}."
    return f"không có lệnh '{word}'.{tail}"
