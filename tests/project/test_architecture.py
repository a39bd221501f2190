"""The import law, and the sizes beyond which a thing probably has two reasons to be."""

from __future__ import annotations

import ast
import re
import subprocess
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("cms", "campaigns", "competitions", "home")
MODULE_LINES = 300
FUNCTION_LINES = 40
VIEW_LINES = 25
TEMPLATE_LINES = 120

# What is larger today, with its size. Each entry must still be too large and no larger than noted: so this list
# only ever shrinks. Nothing may be added to it.
LARGER_MODULES = {"cms/settings.py": 360}
LARGER_FUNCTIONS: dict[str, int] = {}
LARGER_TEMPLATES: dict[str, int] = {}

CLOCK = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"), ("time", "time")}
FORBIDDEN_NAMES = {"utils", "helpers", "services", "signals", "misc", "common"}
TOP_LEVEL = {
    *("manage.py", "pyproject.toml", "requirements", "Makefile", "Procfile", "README.md", "CHANGELOG.md", "LICENSE"),
    *("SECURITY.md", "cms", "campaigns", "competitions", "home", "templates", "tests", "docs"),
}


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that belongs to the project."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


def sources() -> list[Path]:
    """Return the Python files of the product, without migrations and tests."""
    return [
        path
        for path in tracked()
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in PACKAGES and "migrations" not in path.parts
    ]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield every function with its length in lines, decorators and docstring not counted."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None and len(node.body) > 1 else node.body
            signature = node.body[0].lineno - node.lineno
            yield f"{name_of(path)}:{node.name}", signature + (body[-1].end_lineno or 0) - body[0].lineno + 1


def check_sizes(sizes: dict[str, int], limit: int, larger: dict[str, int]) -> None:
    """Demand that nothing is larger than the limit but what the list names, and that the list names nothing else."""
    too_large = {name: size for name, size in sizes.items() if size > larger.get(name, limit)}
    assert too_large == {}
    no_longer = {name for name in larger if sizes.get(name, 0) <= limit}
    assert no_longer == set(), "within the limit now: take them off the list"


def test_imports_obey_the_law() -> None:
    program = Path(sysconfig.get_path("scripts")) / "lint-imports"
    done = subprocess.run([program, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_imports_views_but_their_own_urls() -> None:
    graph = grimp.build_graph(*PACKAGES)
    wrong = set()
    for module in graph.modules:
        app, found, _rest = f"{module}.".partition(".views.")
        if not found:
            continue
        for importer in graph.find_modules_that_directly_import(module):
            own_urls = importer.startswith(f"{app}.") and importer.rpartition(".")[2].endswith("urls")
            if not own_urls and not importer.startswith(f"{app}.views"):
                wrong.add(f"{importer} imports {module}")
    assert wrong == set()


@pytest.mark.parametrize("app", PACKAGES)
def test_the_domain_has_no_clock(app: str) -> None:
    wrong = set()
    for path in (ROOT / app).rglob("*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if "domain" not in parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                owner = node.value
                last = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
                if (last, node.attr) in CLOCK:
                    wrong.add(f"{name_of(path)}:{node.lineno} asks the clock: take `now` instead")
    assert wrong == set()


def test_no_drawer_for_everything() -> None:
    assert {name_of(path) for path in sources() if path.stem in FORBIDDEN_NAMES} == set()


def test_the_top_level_keeps_its_names() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in found if not name.startswith(".")} <= TOP_LEVEL


def test_modules_are_short() -> None:
    check_sizes({name_of(path): lines_of(path) for path in sources()}, MODULE_LINES, LARGER_MODULES)


def test_functions_are_short() -> None:
    sizes = {name: size for path in sources() for name, size in functions(path)}
    check_sizes(sizes, FUNCTION_LINES, LARGER_FUNCTIONS)


def test_views_are_short() -> None:
    views = [path for path in sources() if "views" in path.with_suffix("").parts]
    sizes = {name: size for path in views for name, size in functions(path)}
    check_sizes(sizes, VIEW_LINES, LARGER_FUNCTIONS)


def test_templates_are_short() -> None:
    templates = [path for path in tracked() if path.suffix == ".html" and "templates" in path.parts]
    check_sizes({name_of(path): lines_of(path) for path in templates}, TEMPLATE_LINES, LARGER_TEMPLATES)


def test_every_module_says_its_rule() -> None:
    silent = {
        name_of(path)
        for path in sources()
        if path.name != "apps.py"
        and path.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert silent == set()


def test_every_signature_has_types() -> None:
    bare = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            arguments += [extra for extra in (node.args.vararg, node.args.kwarg) if extra]
            named = [argument for argument in arguments if argument.arg not in {"self", "cls"}]
            if node.returns is None or any(argument.annotation is None for argument in named):
                bare.add(f"{name_of(path)}:{node.lineno} {node.name}")
    assert bare == set()


def test_templates_carry_no_inline_script_or_style() -> None:
    wrong = set()
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")|<style|\sstyle=|\son[a-z]+=\""
    )
    for path in tracked():
        if path.suffix != ".html" or "mail" in path.parts or "templates" not in path.parts:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if inline.search(line):
                wrong.add(f"{name_of(path)}:{number}")
    assert wrong == set()


def test_templates_link_nowhere_else_for_parts() -> None:
    """Pictures, scripts, styles and fonts come from our own origin, and no link leads to a bare „#“."""
    wrong = set()
    foreign = re.compile(r"(?:src|srcset|poster)=\"(?:https?:)?//|<link[^>]+href=\"(?:https?:)?//|href=\"#\"")
    for path in tracked():
        if path.suffix not in {".html", ".css", ".js"} or path.relative_to(ROOT).parts[0] == "tests":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            css = path.suffix == ".css" and re.search(r"url\(\s*[\"']?(?:https?:)?//|@import", line)
            if foreign.search(line) or css:
                wrong.add(f"{name_of(path)}:{number}")
    assert wrong == set()
