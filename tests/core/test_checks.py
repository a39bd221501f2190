from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.core.checks import production_check, refuse_unsafe_start

SMTP = "django.core.mail.backends.smtp.EmailBackend"
REDIS = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:9"}}


@pytest.fixture
def safe(settings, folders: Path) -> None:
    """A production site with nothing to complain about."""
    settings.PRODUCTION = True
    settings.SECRET_KEY = "Zk3vX9qLm2Rt8Yw5Np7Hs4Jd6Fg1Bc0Ae-Qu_Io-Pz-Vx-Tr-Ew-98"
    settings.DEBUG = settings.DEMO = settings.DEMO_ONE_STEP_LOGIN = settings.TASKS_IMMEDIATE = False
    settings.ALLOWED_HOSTS = ["stadtblick.example.org"]
    settings.HTTPS = True
    settings.EMAIL_BACKEND = SMTP
    settings.CACHES = REDIS


def faults() -> list[str | None]:
    return [message.id for message in production_check(None)]


@pytest.mark.usefixtures("safe")
def test_safe_site_has_no_faults_and_starts() -> None:
    assert faults() == []
    refuse_unsafe_start()


@pytest.mark.usefixtures("safe")
@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("SECRET_KEY", "a" * 60, "core.E001"),
        ("SECRET_KEY", "insecure-demo-key-never-for-production-0123456789-0123456789", "core.E001"),
        ("DEBUG", True, "core.E002"),
        ("ALLOWED_HOSTS", ["*"], "core.E003"),
        ("ALLOWED_HOSTS", [".example.org"], "core.E003"),
        ("ALLOWED_HOSTS", [], "core.E003"),
        ("DEMO", True, "core.E004"),
        ("DEMO_ONE_STEP_LOGIN", True, "core.E005"),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "core.E006"),
        ("EMAIL_BACKEND", "cms.demo.mailbox.backend.MailboxBackend", "core.E006"),
        ("CACHES", {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}, "core.E007"),
        ("HTTPS", False, "core.E008"),
    ],
)
def test_unsafe_site_names_its_fault_and_does_not_start(name: str, value: object, fault: str, settings) -> None:
    setattr(settings, name, value)

    assert faults() == [fault]
    with pytest.raises(ImproperlyConfigured, match=fault):
        refuse_unsafe_start()


@pytest.mark.usefixtures("safe")
def test_local_memory_is_fine_for_one_process_without_worker(settings, monkeypatch) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    settings.TASKS_IMMEDIATE = True
    assert faults() == []

    monkeypatch.setenv("WEB_CONCURRENCY", "2")
    assert faults() == ["core.E007"]


@pytest.mark.usefixtures("safe")
def test_private_store_that_forgets_to_refuse_addresses(settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {}},
    }
    assert faults() == ["core.E010"]


@pytest.mark.usefixtures("safe")
@pytest.mark.parametrize("served", ["MEDIA_ROOT", "STATIC_ROOT"])
def test_private_folder_inside_a_served_one(served: str, settings, folders: Path) -> None:
    setattr(settings, served, folders)
    assert faults() == ["core.E013"]


@pytest.mark.s3
@pytest.mark.usefixtures("safe")
def test_private_bucket_that_is_the_public_one(buckets, settings) -> None:
    assert faults() == []
    private = settings.STORAGES["private"]
    private["OPTIONS"]["bucket_name"] = buckets.public_bucket
    assert faults() == ["core.E011"]


@pytest.mark.s3
@pytest.mark.usefixtures("safe", "buckets")
def test_private_bucket_that_answers_to_strangers(open_bucket: str, settings) -> None:
    settings.STORAGES["private"]["OPTIONS"]["endpoint_url"] = open_bucket

    assert faults() == ["core.E012"]


def test_a_site_on_this_machine_may_be_a_demo(settings) -> None:
    settings.PRODUCTION, settings.DEMO = False, True

    refuse_unsafe_start()
    assert "core.E004" in faults()  # asked outright, the check still says so
