"""What every page must pass: axe without findings, no sideways scrolling, no errors, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal
from weakref import WeakKeyDictionary

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request, Response

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (320, 1280)
HEIGHT = 900
AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# What the second look at the same width can add: day and night share everything but their colours.
COLOURS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
LOCAL_SCHEMES = ("data:", "blob:", "about:")

_watches: WeakKeyDictionary[Page, Watch] = WeakKeyDictionary()


@dataclass
class Watch:
    """Collects what went wrong on a page since it was opened."""

    origin: str
    problems: list[str] = field(default_factory=list)

    def on_console(self, message: ConsoleMessage) -> None:
        # A failed download also shows as a response, which tells a page's own 404 from a missing picture.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.problems.append(f"console: {message.text}")

    def on_error(self, error: Exception) -> None:
        self.problems.append(f"script: {error}")

    def on_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}/", *LOCAL_SCHEMES)):
            self.problems.append(f"foreign request: {request.url}")

    def on_response(self, response: Response) -> None:
        if response.status >= 500 or (response.status >= 400 and response.request.resource_type != "document"):
            self.problems.append(f"{response.status}: {response.url}")


def watch(page: Page, origin: str) -> Watch:
    """Begin to watch a page; console errors include every violation of the content security policy."""
    found = _watches[page] = Watch(origin)
    page.on("console", found.on_console)
    page.on("pageerror", found.on_error)
    page.on("request", found.on_request)
    page.on("response", found.on_response)
    return found


def problems_of(page: Page) -> list[str]:
    """Return what went wrong on a watched page so far; a test that provokes something may clear the list."""
    return _watches[page].problems


@contextmanager
def _kept_view(page: Page) -> Iterator[None]:
    """Give the page back the size and colours that it had."""
    size = page.viewport_size
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    try:
        yield
    finally:
        if size is not None:
            page.set_viewport_size(size)
        page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="no-preference")


# Colours of the admin change slowly from day to night; axe is to look when they have arrived.
STILL = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
    () => Promise.allSettled(document.getAnimations().filter(one => one.effect.getComputedTiming().endTime < 5000)
        .map(one => one.finished)).then(() => done()))))"""


def _findings(page: Page, context: str | dict[str, Any] | None, options: Mapping[str, Any]) -> Iterator[str]:
    for violation in Axe().run(page, context=context, options=dict(options)).response["violations"]:
        for node in violation["nodes"]:
            why = "; ".join(check["message"] for check in (*node["any"], *node["all"], *node["none"]))
            yield f"{violation['id']} at {node['target']}: {why or violation['help']}"


def assert_accessible(
    page: Page,
    *,
    context: str | dict[str, Any] | None = None,
    widths: Sequence[int] = WIDTHS,
    schemes: Sequence[Scheme] = SCHEMES,
) -> None:
    """Demand that axe finds nothing at any width, by day and by night, and that nothing else went wrong.

    context limits axe to a part of the page (a CSS selector, or include and exclude lists as axe takes them).
    """
    found = []
    with _kept_view(page):
        for width in widths:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            for scheme in schemes:
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                page.evaluate(STILL)
                options = AXE_OPTIONS if scheme == schemes[0] else COLOURS
                found += [f"{width} px, {scheme}: {finding}" for finding in _findings(page, context, options)]
            overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if overflow > 0:
                found.append(f"{width} px: the page scrolls sideways by {overflow} px")
    found += problems_of(page)
    assert not found, "\n".join([page.url, *found])
