"""Static files of a production site carry the hash of their content, down to what scripts import."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

SCRIPTS = Path(django_settings.ROOT, "cms", "static", "js")
IMPORT = re.compile(
    r"""^\s*(?:import|export)\b[^;]*?\bfrom\s*["'](\./[^"']+)["'](;?)|^\s*import\s*["'](\./[^"']+)["'](;?)""",
    re.MULTILINE,
)
HASHED = re.compile(r"\.[0-9a-f]{12}\.js$")


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """Two scripts, one of which imports from the other by name and for its effect."""
    folder = tmp_path / "source" / "js" / "proof"
    folder.mkdir(parents=True)
    (folder / "part.js").write_text("export const one = 1;\nexport default one;\n")
    (folder / "whole.js").write_text('import { one } from "./part.js";\nimport "./part.js";\ndocument.title = one;\n')
    return folder.parents[1]


@pytest.fixture
def collected(own_folder: Path, tmp_path: Path, settings: Any) -> Path:
    """Everything collected as a production site does it."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, own_folder]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "cms.core.static.HashedStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return settings.STATIC_ROOT


def test_collected_files_are_named_after_their_content(collected: Path) -> None:
    for name in ["css/site.css", *(f"js/{path.name}" for path in SCRIPTS.glob("*.js"))]:
        stored = staticfiles_storage.stored_name(name)
        assert re.search(r"\.[0-9a-f]{12}\.(?:css|js)$", stored), name
        assert (collected / stored).is_file()

    whole = (collected / staticfiles_storage.stored_name("js/proof/whole.js")).read_text()
    part = staticfiles_storage.stored_name("js/proof/part.js").removeprefix("js/proof/")
    assert HASHED.search(part)
    assert whole.count(f'"./{part}";') == 2
    assert "./part.js" not in whole

    for script in (collected / "js").glob("*.js"):
        if HASHED.search(script.name):
            for found in IMPORT.finditer(script.read_text()):
                assert HASHED.search(found[1] or found[3]), (script.name, found[0])


@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.js")), ids=lambda path: path.name)
def test_import_lines_end_with_a_semicolon(script: Path) -> None:
    ends = [found[2] or found[4] for found in IMPORT.finditer(script.read_text(encoding="utf-8"))]
    assert set(ends) <= {";"}
