"""The pictures of the handbook, taken from a running demo: `python -m tests.handbook ADDRESS [NAME …]`.

The demo must offer the log-in in one step, as `make demo` does. What is clicked on the way is taken back again.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, FloatRect, Locator, Page, sync_playwright

from tests.conftest import chromium_path
from tests.handbook_pictures import PICTURES, Picture

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "handbuch" / "bilder"
DESK = {"width": 1180, "height": 2400}
PHONE = {"width": 360, "height": 720}
MOST_BYTES = 80_000
QUALITIES = (80, 70, 60, 50, 40)
MARGIN = 12
UNFOLDING = 800  # milliseconds until a menu that was opened shows what is in it


@contextmanager
def visitor(browser: Browser, address: str, picture: Picture) -> Iterator[Page]:
    """Somebody with a desk or a phone, logged in if the picture asks for a person."""
    context: BrowserContext = browser.new_context(
        base_url=address,
        viewport=PHONE if picture.is_phone else {**DESK, "height": picture.window},  # type: ignore[arg-type]
        locale="de-DE",
        timezone_id="Europe/Berlin",
        reduced_motion="reduce",
        has_touch=picture.is_phone,
    )
    context.set_default_timeout(60_000)
    page = context.new_page()
    if picture.who:
        page.goto("/konto/vorfuehrung/")
        row = page.locator("form.row", has=page.get_by_text(picture.who, exact=True))
        row.get_by_role("button").first.click()
        page.wait_for_load_state()
    yield page
    context.close()


def press(page: Page, name: str) -> None:
    """Press the first link, button or tab whose name begins with these words.

    „Feld = Text“ fills a field, „Feld << Zeilen“ gives it a file of these lines; „A > B“ presses B in the row of A.
    """
    field, is_text, text = name.partition(" = ")
    file_field, is_file, lines = name.partition(" << ")
    row, is_within, within = name.partition(" > ")
    if is_file:
        table = {"name": "tabelle.csv", "mimeType": "text/csv", "buffer": lines.encode()}
        page.get_by_label(file_field).first.set_input_files(table)  # type: ignore[arg-type]
        return
    if is_text:
        page.get_by_label(field).first.fill(text)
        return
    inside = page.locator("main, #wrapper, body").first
    if is_within:
        inside, name = page.locator("tr, li, .w-combobox__option-row", has_text=row).first, within
    begins = re.compile(rf"^\s*{re.escape(name)}")
    roles = ("link", "button", "tab")
    candidates = [inside.get_by_role(role, name=begins).first for role in roles]  # type: ignore[arg-type]
    if not any(found.count() for found in candidates):
        page.wait_for_timeout(UNFOLDING)
    target = next((found for found in candidates if found.count()), None)
    (target or inside.locator("summary", has_text=name).first).click()
    page.wait_for_load_state("networkidle")


def heading(page: Page, words: str) -> Locator:
    """The heading with which the picture begins."""
    return page.locator("h1, h2, h3, legend").filter(has_text=words).first


def speak_german(page: Page) -> None:
    """Let file fields say what a German browser says; the one that takes the pictures knows English only."""
    page.evaluate(
        "document.querySelectorAll('input[type=file]').forEach(field => {"
        " const name = field.files.length ? field.files[0].name : '';"
        " field.type = 'text'; field.value = `Datei auswählen   ${name}`; })"
    )


def screen(page: Page, picture: Picture) -> bytes:
    """What a phone shows once somebody has scrolled there."""
    if picture.start:
        heading(page, picture.start).evaluate("head => scrollTo(0, scrollY + head.getBoundingClientRect().top - 90)")
    return page.screenshot(animations="disabled")


def cutout(page: Page, picture: Picture) -> bytes:
    """What is shown of a page at a desk: a part of it, from the heading that is named, at most so high."""
    box = page.locator(picture.part).first.bounding_box()
    assert box, picture.name
    top = box["y"]
    if picture.start:
        head = heading(page, picture.start).bounding_box()
        assert head, picture.start
        top = head["y"] - MARGIN
    height = min(box["y"] + box["height"] - top, picture.height)
    clip: FloatRect = {"x": box["x"], "y": top, "width": box["width"], "height": height}
    return page.screenshot(clip=clip, full_page=True, animations="disabled")


def webp(png: bytes) -> bytes:
    """The picture in the best quality that is small enough."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    for quality in QUALITIES:
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= MOST_BYTES:
            break
    return out.getvalue()


def take(browser: Browser, address: str, picture: Picture) -> int:
    """Take one picture, leave the demo as it was, and return the size in bytes."""
    with visitor(browser, address, picture) as page:
        page.goto(picture.path)
        for name in picture.press:
            press(page, name)
        page.evaluate("document.activeElement && document.activeElement.blur(); scrollTo(0, 0)")
        speak_german(page)
        page.wait_for_timeout(picture.wait)
        shown = screen(page, picture) if picture.is_phone else cutout(page, picture)
        for name in picture.take_back:
            press(page, name)
    data = webp(shown)
    (FOLDER / f"{picture.name}.webp").write_bytes(data)
    return len(data)


def main(arguments: list[str]) -> int:
    """Take all pictures, or those named."""
    known = {picture.name: picture for picture in PICTURES}
    if not arguments or not set(arguments[1:]) <= set(known):
        print(f"usage: python -m tests.handbook ADDRESS [{' | '.join(known)}]", file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        for name in arguments[1:] or known:
            size = take(browser, arguments[0].rstrip("/"), known[name])
            print(f"{name}: {size / 1000:.0f} kB", flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
