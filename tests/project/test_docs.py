"""The docs name only what exists, and nothing in the tree speaks of somebody's machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.project.test_architecture import ROOT, name_of, tracked

PAGES = [path for path in tracked() if path.suffix == ".md"]
COMMANDS = set(get_commands())
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
FOLDERS = ("cms/", "campaigns/", "competitions/", "home/", "templates/", "tests/", "docs/", "requirements/", ".ci/")
MACHINE = re.compile(
    r"(?<!\w)/(?:home|Users|root)/[a-z]|(?<!\w)/" + r"opt/|(?<!\w)/" + r"work/|"
    r"--(?:extra-)?index-url|--find-links|--trusted-host|files\.python" + r"hosted\.org|py" + r"pi\.org",
)
TEXT = {".py", ".md", ".html", ".txt", ".in", ".toml", ".css", ".js", ".yml", ".yaml", ".po", ".svg", ".json", ""}


def code_spans(path: Path) -> list[str]:
    """Return what a page sets as code: spans and the lines of fenced blocks."""
    text = path.read_text(encoding="utf-8")
    blocks = re.findall(r"```[a-z]*\n(.*?)```", text, re.DOTALL)
    fenced = [line.strip() for block in blocks for line in block.splitlines()]
    return fenced + re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    wrong = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith(("https://", "mailto:")):
            continue
        name, _sep, anchor = target.partition("#")
        found = (page.parent / name) if name else page
        if not found.exists():
            wrong.append(target)
        elif anchor and found.suffix == ".md":
            heads = re.findall(r"^#+ (.+)$", found.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
            if anchor not in slugs:
                wrong.append(target)
    assert wrong == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_and_paths_exist(page: Path) -> None:
    wrong = []
    for span in code_spans(page):
        wrong += [f"make {name}" for name in re.findall(r"\bmake ([a-z][a-z-]+)", span) if name not in TARGETS]
        wrong += [
            f"manage.py {name}" for name in re.findall(r"manage\.py ([a-z][a-z_]+)", span) if name not in COMMANDS
        ]
        if re.fullmatch(r"[\w./-]+", span) and span.startswith(FOLDERS) and not (ROOT / span).exists():
            wrong.append(span)
    assert wrong == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in folder.glob("*.md")} - {"README.md"}
    assert pages == set(re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", index))


def test_environment_example_and_reference_name_the_same() -> None:
    """`.env.example`, docs/reference/environment.md and the settings agree on every variable."""
    kinds = "text|flag|number|words|choice|folder|read|database|store|secret"
    readers = rf"\b(?:env\.)?(?:{kinds})\(\s*\"([A-Z][A-Z0-9_]+)\""
    code = (ROOT / "cms" / "settings.py").read_text(encoding="utf-8") + (ROOT / "cms" / "env.py").read_text("utf-8")
    read = set(re.findall(readers, code))
    example = set(
        re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    )
    reference = (ROOT / "docs" / "reference" / "environment.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `([A-Z][A-Z0-9_]+)`", reference, re.MULTILINE))
    assert (read - example, read - listed) == (set(), set())
    assert (example - read, listed - read) == (set(), set())


def test_no_machine_and_no_registry_in_the_tree() -> None:
    wrong = []
    for path in tracked():
        if path.suffix not in TEXT or path.name == "test_docs.py" or name_of(path) == "Makefile":
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        wrong += [f"{name_of(path)}: {found}" for found in MACHINE.findall(text)]
    assert wrong == []


def test_requirements_for_the_next_wagtail_are_the_same_but_for_wagtail() -> None:
    def lines(name: str) -> set[str]:
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return {line for line in text.splitlines() if line and not line.startswith(("#", "-c"))}

    now, following = lines("base.in") | lines("dev.in"), lines("next.in")
    assert {line.split(">")[0] for line in now ^ following} == {"wagtail"}


@pytest.mark.parametrize("name", ["base.txt", "dev.txt", "next.txt", "lock.txt"])
def test_every_locked_package_has_a_hash(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    hashed = re.compile(r"[A-Za-z0-9_.-]+==\S+(?: ;[^-]*)?(?:\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert [line for line in lines if not hashed.fullmatch(line)] == []
