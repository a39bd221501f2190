"""All components on one page in a real browser: axe, widths, zoom, forced colours, reduced motion, keyboard."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, Route

from tests.browser.checks import assert_accessible, watch
from tests.project.component_samples import page_of_all

pytestmark = pytest.mark.browser

ORIGIN = "http://bausteine.test"
STATIC = settings.ROOT / "cms" / "static"
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary")]
  .filter((element) => element.checkVisibility({visibilityProperty: true}) && element.type !== "hidden")
  .filter((element) => !element.closest("p, li li, dd") && !element.matches(".skip"))
  .map((element) => [element, (element.closest("label") ?? element).getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([element]) => element.outerHTML.slice(0, 90))"""


def answer(route: Route) -> None:
    """Serve the page and the static files from the tree, without a server."""
    path = route.request.url.removeprefix(ORIGIN)
    if path == "/":
        route.fulfill(body=page_of_all(), content_type="text/html; charset=utf-8")
    elif path.startswith("/static/") and (file := STATIC / path.removeprefix("/static/")).is_file():
        route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/plain")
    else:
        route.fulfill(status=204)


@pytest.fixture
def sheet(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    page = context.new_page()
    page.route("**/*", answer)
    watch(page, ORIGIN)
    page.goto(f"{ORIGIN}/")
    yield page
    context.close()


def test_axe_finds_nothing_day_and_night(sheet: Page) -> None:
    assert_accessible(sheet, widths=(320, 768, 1280))


def test_targets_are_large_enough(sheet: Page) -> None:
    for width in (320, 1280):
        sheet.set_viewport_size({"width": width, "height": 900})
        assert sheet.evaluate(SMALL_TARGETS) == []


def test_text_at_400_percent_does_not_scroll_sideways(sheet: Page) -> None:
    # 1280 px at 400 % are 320 CSS pixels; enlarged text alone is the harder case
    sheet.set_viewport_size({"width": 640, "height": 900})
    sheet.evaluate("document.documentElement.style.fontSize = '200%'")
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 640


def test_forced_colours_keep_every_button_visible(sheet: Page) -> None:
    sheet.emulate_media(forced_colors="active")
    frames = sheet.evaluate(
        "[...document.querySelectorAll('.arm, .btn2')].map((arm) => getComputedStyle(arm).borderTopWidth)"
    )
    assert set(frames) == {"2px"}


def test_forced_colours_keep_what_is_painted(sheet: Page) -> None:
    sheet.emulate_media(forced_colors="active")
    painted = sheet.evaluate("""[
      [".line [aria-current]", "::before"], [".line .past", "::after"],
      [".track .on", null], [".track [aria-current]", null],
      [".go .ar, .head .ar", null],
    ].map(([selector, part]) => getComputedStyle(document.querySelector(selector), part).forcedColorAdjust)""")
    assert painted == ["none"] * 5


def test_reduced_motion_stands_still(sheet: Page) -> None:
    sheet.emulate_media(reduced_motion="reduce")
    moving = sheet.evaluate(
        "[...document.querySelectorAll('*')].map((one) => getComputedStyle(one))"
        ".filter((style) => parseFloat(style.transitionDuration) > 0).length"
    )
    assert moving == 0
    assert sheet.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_print_is_black_on_white_and_hides_the_controls(sheet: Page) -> None:
    sheet.emulate_media(media="print", color_scheme="dark")
    styles = "[...document.querySelectorAll('{}')].map((one) => getComputedStyle(one).{})"
    grounds = sheet.evaluate(styles.format(".field", "backgroundColor"))
    letters = sheet.evaluate(styles.format(".field h2", "color"))
    assert set(grounds) == {"rgba(0, 0, 0, 0)"}
    assert set(letters) == {"rgb(0, 0, 0)"}
    assert not sheet.locator("nav.legal").is_visible()
    assert not sheet.locator(".pager").is_visible()


def test_error_summary_takes_the_focus_and_leads_to_the_field(sheet: Page) -> None:
    assert sheet.evaluate("document.activeElement.className") == "summary"
    sheet.locator(".summary a", has_text="Foto").click()
    assert sheet.evaluate("document.activeElement.id") == "id_photo"


def test_menu_closes_by_escape_and_gives_the_focus_back(sheet: Page) -> None:
    sheet.set_viewport_size({"width": 360, "height": 780})
    sheet.add_script_tag(url=f"{ORIGIN}/static/js/menu.js", type="module")
    summary = sheet.locator("details[data-menu] summary")
    summary.click()
    sheet.locator("details[data-menu] a").first.focus()
    sheet.keyboard.press("Escape")
    assert not sheet.locator("details[data-menu] nav").is_visible()
    assert sheet.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_copy_button_appears_only_where_copying_works(sheet: Page) -> None:
    # the page is no secure origin: there is no clipboard, so there is no button
    assert sheet.locator("[data-copy]").is_hidden()


def test_second_click_sends_nothing_more(sheet: Page) -> None:
    sent: list[str] = []
    sheet.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    sheet.add_script_tag(url=f"{ORIGIN}/static/js/once.js", type="module")
    button = sheet.get_by_role("button", name="Abmelden")
    button.dblclick()
    button.evaluate("button => button.click()")
    assert len(sent) == 1
    assert button.get_attribute("aria-disabled") == "true"


@pytest.mark.parametrize(
    "now,days,unit",
    [
        ("2027-07-10T23:59:00+02:00", "1", "Tag noch, bis"),
        ("2027-07-09T00:00:00+02:00", "2", "Tage noch, bis"),
    ],
)
def test_page_from_a_cache_counts_the_days_again(sheet: Page, now: str, days: str, unit: str) -> None:
    sheet.clock.set_fixed_time(now)
    sheet.reload()
    count = sheet.locator(".count").first
    assert count.locator("[data-days-left]").inner_text() == days
    assert count.locator("[data-days-unit]").inner_text() == unit


def test_preview_of_another_day_keeps_the_count_of_that_day(sheet: Page) -> None:
    bar = "document.body.insertAdjacentHTML('afterbegin', '<form class=preview-bar></form>')"
    sheet.add_init_script(f"document.addEventListener('readystatechange', () => {{ {bar} }}, {{ once: true }})")
    sheet.clock.set_fixed_time("2027-07-10T23:59:00+02:00")
    sheet.reload()
    assert sheet.locator("body > .preview-bar").count() == 1
    told = re.search(r"data-days-left=[^>]+>(\d+)<", page_of_all())
    assert told is not None
    assert sheet.locator("[data-days-left]").first.inner_text() == told[1] != "1"
