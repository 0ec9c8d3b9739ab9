"""The habits of the house that no linter knows: folders, sizes, names, and files that must agree with each other."""

from __future__ import annotations

import ast
import importlib
import importlib.machinery
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from config.settings import Settings
from models import moves
from models.tables import TABLES

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FOLDERS = [name.rstrip("*") for name in PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]]
LOCKS = ["requirements.lock", "requirements-test.lock"]

#: Written by tools or by the program; never committed.
GENERATED = {
    ".git", ".venv", ".pytest_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache", "__pycache__",
    "dondoc.egg-info", "out", "data", "build", ".env",
}  # fmt: skip
BINARY = {".png", ".jpg", ".docx", ".xlsx", ".pdf", ".eml", ".db", ".zip", ".gz"}

#: Put together here, so that this file does not name them itself.
ADDRESSES = ["py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js.org"]
MACHINE_PATHS = ["/" + folder + "/" for folder in ("work", "root", "opt/py" + "pi", "home/[a-z]+")]

MOST_FILE_LINES, MOST_FUNCTION_LINES, MOST_TEST_LINES = 400, 50, 30
SWELLING = {"utils", "util", "helpers", "helper", "service", "services", "manager", "managers", "common", "misc"}


def files() -> Iterator[Path]:
    """Every file of the checkout that is, or could be, committed."""
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and not GENERATED.intersection(path.relative_to(ROOT).parts):
            yield path


def python_files() -> list[Path]:
    """Our Python; a migration is a record and grows with the number of tables."""
    return [path for path in files() if path.suffix == ".py" and "versions" not in path.parts]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and number of lines of every function."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def imported(path: Path) -> set[str]:
    """Top-level names of everything a file imports."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    plain = {alias.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {(node.module or "").split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}


def canonical(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def short(path: Path) -> str:
    """As seen from the root."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("name", FOLDERS)
def test_folder_is_ours(name: str) -> None:
    origin = importlib.import_module(name).__file__
    assert origin is not None, f"{name} has no __init__.py: a package of the same name elsewhere would win"
    assert Path(origin).is_relative_to(ROOT), f"{name} comes from {origin}"


def test_every_code_folder_is_listed() -> None:
    """A new folder must be decided: pyproject.toml and .importlinter name it."""
    found = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    linted = (ROOT / ".importlinter").read_text("utf-8").partition("root_packages =")[2].partition("\n\n")[0].split()
    assert found == set(FOLDERS) == set(linted)


def test_flow_file_shadows_nothing() -> None:
    """Prefect names a path-loaded flow after its file and puts `flows/` first on the path."""
    elsewhere = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT / "flows"]
    for path in (ROOT / "flows").glob("[!_]*.py"):
        assert path.stem not in sys.stdlib_module_names, short(path)
        assert importlib.machinery.PathFinder.find_spec(path.stem, elsewhere) is None, short(path)


@pytest.mark.parametrize("name", FOLDERS)
def test_package_says_what_lives_there(name: str) -> None:
    for path in (ROOT / name).rglob("__init__.py"):
        docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        assert len(docstring) >= 30, f"{short(path)}: say in a docstring what lives here"


def test_files_are_short() -> None:
    sizes = {short(path): len(path.read_text("utf-8").splitlines()) for path in python_files()}
    assert len(sizes) > 100
    assert {path: size for path, size in sizes.items() if size > MOST_FILE_LINES} == {}


def test_functions_are_short() -> None:
    long = {}
    for path in python_files():
        for name, lines in functions(path):
            most = MOST_TEST_LINES if name.startswith("test_") else MOST_FUNCTION_LINES
            if lines > most:
                long[f"{short(path)}:{name}"] = lines
    assert long == {}


def test_no_file_is_named_to_swell() -> None:
    assert [short(path) for path in python_files() if path.stem in SWELLING] == []


def test_models_open_no_session() -> None:
    for path in (ROOT / "models").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                names = {alias.name for alias in node.names}
                assert not (node.module or "").startswith("sqlalchemy.orm"), short(path)
                assert not names & {"Session", "create_engine", "select"}, short(path)


def test_the_program_imports_only_what_its_lock_installs() -> None:
    """A package of the test lock alone would be missing from an installation."""
    locked = {
        canonical(name) for name in re.findall(r"^([\w.-]+)==", (ROOT / LOCKS[0]).read_text("utf-8"), re.MULTILINE)
    }
    homes = importlib.metadata.packages_distributions()
    missing = {}
    for path in (path for name in FOLDERS for path in (ROOT / name).rglob("*.py")):
        for module in imported(path) - sys.stdlib_module_names - set(FOLDERS):
            if not locked.intersection(map(canonical, homes.get(module, []))):
                missing[module] = short(path)
    assert missing == {}


def test_env_example_is_complete() -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    named = re.findall(r"^#? ?(DONDOC_[A-Z_]+)=", text, re.MULTILINE)
    assert named == [f"DONDOC_{name.upper()}" for name in Settings.model_fields]


def test_env_example_shows_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    shown = dict(re.findall(r"^#? ?(DONDOC_[A-Z_]+)=(.+)$", text, re.MULTILINE))
    for folder in ("DONDOC_DATA", "DONDOC_PLANS"):
        assert ROOT / shown.pop(folder) == getattr(Settings(), folder.removeprefix("DONDOC_").lower())
    default = Settings()
    for name, value in shown.items():
        monkeypatch.setenv(name, value)
    assert len(shown) >= 7
    assert Settings() == default


def test_glossary_has_every_table() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    assert TABLES
    assert [name for name in SQLModel.metadata.tables if f"`{name}`" not in glossary] == []


def test_links_between_pages_lead_somewhere() -> None:
    dead = []
    for page in (path for path in files() if path.suffix == ".md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            if not (page.parent / target).exists():
                dead.append(f"{short(page)} → {target}")
    assert dead == []


def test_documented_moves_are_the_moves() -> None:
    assert moves.table() in (ROOT / "docs" / "moves.md").read_text("utf-8")


def test_no_file_names_a_package_host_or_a_path_of_one_machine() -> None:
    forbidden = re.compile("|".join([*(re.escape(host) for host in ADDRESSES), *MACHINE_PATHS]))
    found = {}
    for path in files():
        if path.suffix not in BINARY and (match := forbidden.search(path.read_text("utf-8", errors="replace"))):
            found[short(path)] = match[0]
    assert found == {}


@pytest.mark.parametrize("name", LOCKS)
def test_lock_has_pins_and_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert len(lines) > 50
    assert "://" not in text
    for line in lines:
        assert re.match(r"[\w.-]+==\S+( ; .*)?\s+--hash=sha256:", line), line


def test_the_test_lock_adds_to_the_runtime_lock() -> None:
    runtime, both = (set(re.findall(r"^\S+==\S+", (ROOT / name).read_text("utf-8"), re.MULTILINE)) for name in LOCKS)
    assert runtime < both
