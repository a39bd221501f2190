"""The checks of the browser tests find what they are there to find."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.accounts.factories import make_cast_member
from tests.browser.checks import assert_accessible, problems_of

pytestmark = pytest.mark.browser

SOUND = """<!doctype html><html lang="de"><head><title>Probe</title>
<meta name="viewport" content="width=device-width"></head><body><main><h1>Probe</h1>{}</main></body></html>"""


def show(page: Page, content: str) -> None:
    page.route("**/probe/", lambda route: route.fulfill(content_type="text/html", body=SOUND.format(content)))
    page.goto("/probe/")


def test_a_sound_page_passes_and_keeps_its_view(page: Page) -> None:
    show(page, "<p>Alles in Ordnung.</p>")
    assert_accessible(page)
    assert page.viewport_size == {"width": 1280, "height": 900}


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "image-alt"),
        ('<p style="color:#999;background:#fff">Zu blass.</p>', "color-contrast"),
        ('<p style="width:40rem">Zu breit.</p>', "320 px: the page scrolls sideways"),
        ("<style>@media (prefers-color-scheme: dark) {p {color:#777;background:#666}}</style><p>Nachts.</p>", "dark: "),
    ],
)
def test_a_fault_is_found(page: Page, content: str, finding: str) -> None:
    show(page, content)
    with pytest.raises(AssertionError, match=finding):
        assert_accessible(page)


def test_errors_and_foreign_requests_are_found(page: Page) -> None:
    show(page, "<p>Probe</p>")
    page.evaluate("fetch('https://example.org/').catch(() => console.error('kaputt'))")
    page.wait_for_timeout(200)
    assert sorted(problem.split(":")[0] for problem in problems_of(page)) == ["console", "foreign request"]
    with pytest.raises(AssertionError, match=r"foreign request: https://example\.org/"):
        assert_accessible(page)
    problems_of(page).clear()


def test_an_editor_is_inside_at_once(page: Page, log_in: Callable[..., None]) -> None:
    log_in(page, make_cast_member("editor"), second_factor=True)
    answer = page.goto("/verwaltung/")
    assert answer is not None
    assert (answer.status, page.url.split("/", 3)[3]) == (200, "verwaltung/")


def test_a_phone_is_narrow(phone: Page) -> None:
    show(phone, "<p>Probe</p>")
    assert phone.evaluate("innerWidth") == 360
