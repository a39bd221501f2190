"""A real Chromium against the real server: `page` at a desk, `phone` in a hand, `new_page` for everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings as django_settings
from django.http import HttpRequest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from wagtail.models import Site

from cms.accounts.models import User
from tests.browser.checks import Scheme, problems_of, watch
from tests.conftest import chromium_path

STEP_MILLISECONDS = 30_000
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 780}


@pytest.fixture(scope="session")
def browser(django_db_setup: None) -> Iterator[Browser]:
    """One Chromium for the whole run; it finds no host but this machine."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; the tests' own queries do not run inside it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(
            executable_path=chromium_path(),
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def site(live_server: Any, settings: Any) -> str:
    """The address of the running site, which also knows itself by it; ends without a slash."""
    url = str(live_server.url)
    settings.BASE_URL = settings.WAGTAILADMIN_BASE_URL = url
    settings.CSRF_TRUSTED_ORIGINS = [url]
    Site.objects.filter(is_default_site=True).update(hostname=live_server.thread.host, port=live_server.thread.port)
    Site.clear_site_root_paths_cache()
    return url


@pytest.fixture
def new_page(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """A maker of pages, each a visitor of its own; at the end none of them may have had a problem.

    `new_page(width=1280, height=900, scheme="light", javascript=True, touch=False)`; paths are relative to the site.
    """
    contexts: list[BrowserContext] = []
    pages: list[Page] = []

    def make(
        *,
        width: int = DESK["width"],
        height: int = DESK["height"],
        scheme: Scheme = "light",
        javascript: bool = True,
        touch: bool = False,
        **options: Any,
    ) -> Page:
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            has_touch=touch,
            is_mobile=touch,
            locale="de-DE",
            timezone_id="Europe/Berlin",
            **options,
        )
        context.set_default_timeout(STEP_MILLISECONDS)
        contexts.append(context)
        page = context.new_page()
        pages.append(page)
        watch(page, site)
        return page

    yield make
    problems = [f"{page.url}: {problem}" for page in pages for problem in problems_of(page)]
    for context in contexts:
        context.close()
    assert not problems, "\n".join(problems)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A visitor at a desk."""
    return new_page()


@pytest.fixture
def phone(new_page: Callable[..., Page]) -> Page:
    """A visitor with a phone of 360 pixels."""
    return new_page(**PHONE, touch=True)


@pytest.fixture
def log_in(site: str) -> Callable[..., None]:
    """A way to be somebody at once: `log_in(page, user)`, for staff with `second_factor=True`."""

    def enter(page: Page, user: User, *, second_factor: bool = False) -> None:
        client = Client()
        client.force_login(user)
        if second_factor:
            TOTP.activate(user, generate_totp_secret())
            session = client.session
            request = HttpRequest()
            request.session = session
            record_authentication(request, user, method="mfa", type="totp")
            session.save()
        name = django_settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])

    return enter
