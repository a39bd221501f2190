"""A production site does not start unsafe: `check --deploy` names every fault, and the web process asks it first."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured

from cms.core.bucket_probe import is_open_to_strangers

LEAST_SECRET_LENGTH = 50
LEAST_SECRET_VARIETY = 5
NO_DELIVERY = ("console", "dummy", "filebased", "locmem", "mailbox")


@register(deploy=True)
def production_check(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Everything that a production site must not be."""
    return [message for rule in RULES for message in rule()]


def refuse_unsafe_start() -> None:
    """Stop the web process of a production site that is unsafe; the message names every fault."""
    if not settings.PRODUCTION:
        return
    faults = [f"{fault.id}: {fault.msg}" for rule in RULES for fault in rule() if fault.is_serious()]
    if faults:
        raise ImproperlyConfigured("This site refuses to start.\n" + "\n".join(faults))


def _secret() -> Iterator[CheckMessage]:
    key = settings.SECRET_KEY
    weak = len(key) < LEAST_SECRET_LENGTH or len(set(key)) < LEAST_SECRET_VARIETY or "insecure" in key
    if weak:
        yield Error(
            "SECRET_KEY is weak.",
            hint=f"At least {LEAST_SECRET_LENGTH} random characters: "
            'python -c "import secrets; print(secrets.token_urlsafe(50))"',
            id="core.E001",
        )


def _debug() -> Iterator[CheckMessage]:
    if settings.DEBUG:
        yield Error("DEBUG is on.", hint="Remove DEBUG from the environment.", id="core.E002")


def _hosts() -> Iterator[CheckMessage]:
    wild = [host for host in settings.ALLOWED_HOSTS if "*" in host or host.startswith(".")]
    if wild or not settings.ALLOWED_HOSTS:
        yield Error(
            "ALLOWED_HOSTS is empty or has a wildcard.", hint="Name every host by its full name.", id="core.E003"
        )


def _demo() -> Iterator[CheckMessage]:
    if settings.DEMO:
        yield Error("DEMO is on: every mail could be read by everybody.", hint="Remove DEMO.", id="core.E004")
    if settings.DEMO_ONE_STEP_LOGIN:
        yield Error(
            "DEMO_ONE_STEP_LOGIN is on: staff could log in without a second factor.",
            hint="Remove DEMO_ONE_STEP_LOGIN.",
            id="core.E005",
        )


def _mail() -> Iterator[CheckMessage]:
    if settings.EMAIL_BACKEND.split(".")[-2] in NO_DELIVERY or "mailbox" in settings.EMAIL_BACKEND:
        yield Error("Mails are not delivered.", hint="Set EMAIL_HOST.", id="core.E006")


def _cache() -> Iterator[CheckMessage]:
    several = int(os.environ.get("WEB_CONCURRENCY", "1")) > 1 or not settings.TASKS_IMMEDIATE
    if several and "locmem" in settings.CACHES["default"]["BACKEND"]:
        yield Error(
            "The cache is local to each process: limits and single-use proofs would count per process.",
            hint="Set REDIS_URL.",
            id="core.E007",
        )


def _https() -> Iterator[CheckMessage]:
    if not settings.HTTPS:
        yield Error(
            "BASE_URL does not start with https://: cookies and codes would travel in the open.",
            hint="Set BASE_URL to the public address.",
            id="core.E008",
        )


def _stores() -> Iterator[CheckMessage]:
    public, private = settings.STORAGES["default"], settings.STORAGES["private"]
    if "Private" not in private["BACKEND"]:
        yield Error("The private store is not one of ours.", hint="Use cms.core.storages.", id="core.E010")
        return
    places = public.get("OPTIONS", {}), private.get("OPTIONS", {})
    if places[0].get("bucket_name") and places[0].get("bucket_name") == places[1].get("bucket_name"):
        yield Error("Private files lie in the public bucket.", hint="Set S3_PRIVATE_BUCKET.", id="core.E011")
    if "S3" in private["BACKEND"]:
        if is_open_to_strangers(private["OPTIONS"]):
            yield Error(
                "The private bucket answers to strangers.", hint="Close it: no public access at all.", id="core.E012"
            )
        return
    inside = _open_folder_around(Path(places[1]["location"]))
    if inside is not None:
        yield Error(
            f"The private folder lies inside {inside}, which is served to everybody.",
            hint="Set DATA_DIR to a folder of its own.",
            id="core.E013",
        )


def _open_folder_around(private: Path) -> Path | None:
    """Return the served folder that holds the private one, None when there is none."""
    served = [Path(settings.MEDIA_ROOT), Path(settings.STATIC_ROOT), *map(Path, settings.STATICFILES_DIRS)]
    return next((folder for folder in served if private.resolve().is_relative_to(folder.resolve())), None)


RULES: tuple[Callable[[], Iterator[CheckMessage]], ...] = (
    _secret,
    _debug,
    _hosts,
    _demo,
    _mail,
    _cache,
    _https,
    _stores,
)
