"""The shape of our commands: Vietnamese help, one way to end, whoever calls them (shell or test)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from cli.exit import guarded

_OPTIONS = "[TÙY_CHỌN]"


class _Spoken:
    """Help in Vietnamese, where the option library has words of its own."""

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Hiện hướng dẫn này."
        return option

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng: ")


class Command(_Spoken, TyperCommand):
    """One command."""


class Commands(_Spoken, TyperGroup):
    """A group of commands; as the root it also turns every error into a message and an exit code."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, report, leave."""
        run = super().main
        _name_panels(sys.argv[1:] if args is None else args)
        code = guarded(lambda: run(args, prog_name or "dondoc", complete_var, False, windows_expand_args, **extra))
        if standalone_mode:
            sys.exit(code)
        return code


def new_group(about: str, name: str | None = None) -> typer.Typer:
    """A group of commands that shows its help when called alone."""
    return typer.Typer(
        name=name, help=about, cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
        options_metavar=_OPTIONS, subcommand_metavar="LỆNH ...",
    )  # fmt: skip


def add(group: typer.Typer, name: str, command: Callable[..., None]) -> None:
    """Add a command to a group."""
    group.command(name, cls=Command, options_metavar=_OPTIONS)(command)


def _name_panels(args: Sequence[str]) -> None:
    """Titles of the help page; rich is loaded only when there is a page to show."""
    if len(args) > 1 and "--help" not in args:
        return
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "Đối số"
    rich_utils.OPTIONS_PANEL_TITLE = "Tùy chọn"
    rich_utils.COMMANDS_PANEL_TITLE = "Lệnh"
    rich_utils.REQUIRED_LONG_STRING = "[bắt buộc]"
    rich_utils.DEFAULT_STRING = "[mặc định: {}]"
