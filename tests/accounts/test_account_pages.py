"""The account's own pages, the doors for other apps, the demo's log-in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from cms.accounts.access import login_required_here, role_required, staff_role_required
from cms.accounts.actions import request_deletion
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.accounts.queries import demo_people
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from tests.accounts.factories import make_user

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
LINKS = {
    "Zur Verwaltung": "/verwaltung/",
    "Zur Jury": "/jury/",
    "Zum internen Bereich": "/intern/",
    "Meine Bewerbungen": "/konto/bewerbungen/",
}


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("editor", {"Zur Verwaltung"}),
        ("moderator", {"Zur Verwaltung"}),
        ("office", {"Zur Verwaltung"}),
        ("admin", {"Zur Verwaltung"}),
        ("juror", {"Zur Jury"}),
        ("applicant", {"Meine Bewerbungen"}),
        ("member", {"Zum internen Bereich"}),
        ("outsider", set()),
    ],
)
def test_home_shows_the_ways_of_each_role(
    client: Client, part: str, shown: set[str], request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(part))
    page = client.get("/konto/").content.decode()
    assert {name for name, url in LINKS.items() if name in page and f'href="{url}"' in page} == shown


@pytest.mark.parametrize("path", ["/konto/", "/konto/loeschen/", "/konto/zweiter-faktor/"])
def test_account_pages_need_a_login_and_are_not_cached(client: Client, path: str, applicant: User) -> None:
    response = client.get(path)
    assert response["Location"].startswith("/konto/anmelden/?next=")
    client.force_login(applicant)
    assert "no-store" in client.get(path)["Cache-Control"]


def test_rename_stores_the_name(client: Client, applicant: User) -> None:
    client.force_login(applicant)
    assert client.post("/konto/", {"name": "  Änne   Antrag "}).status_code == 302
    applicant.refresh_from_db()
    assert applicant.name == "Änne Antrag"
    response = client.post("/konto/", {"name": "   "})
    assert "Bitte geben Sie Ihren Namen ein." in response.content.decode()
    assert "<title>Fehler: " in response.content.decode()


def test_ending_other_sessions_keeps_this_one(applicant: User) -> None:
    here, there = Client(), Client()
    here.force_login(applicant)
    there.force_login(applicant)
    assert here.post("/konto/geraete/abmelden/").status_code == 302
    assert here.get("/konto/").status_code == 200
    assert there.get("/konto/").status_code == 302


def test_deletion_is_asked_for_and_taken_back(client: Client, applicant: User) -> None:
    client.force_login(applicant)
    client.post("/konto/loeschen/")
    applicant.refresh_from_db()
    assert applicant.deletion_requested_at is not None
    assert "Konto doch behalten" in client.get("/konto/").content.decode()
    with pytest.raises(Refused) as refusal:
        request_deletion(user=applicant, now=NOW)
    assert refusal.value.code == "deletion_already_requested"
    client.post("/konto/loeschen/", {"withdraw": "1"})
    applicant.refresh_from_db()
    assert applicant.deletion_requested_at is None
    actions = set(AuditEvent.objects.filter(actor=applicant).values_list("action", flat=True))
    assert actions == {"accounts.deletion.requested", "accounts.deletion.withdrawn"}


def _view(request: HttpRequest) -> HttpResponse:
    return HttpResponse("drin")


def _ask(guarded, user: User | None, method: str = "get") -> HttpResponse:
    from django.contrib.auth.models import AnonymousUser

    request = getattr(RequestFactory(), method)("/jury/?a=1")
    request.user = user or AnonymousUser()
    return guarded(request)


def test_role_required_sends_strangers_to_the_login_and_others_nowhere(juror: User, outsider: User) -> None:
    guarded = role_required(Role.JUROR)(_view)
    assert _ask(guarded, None)["Location"] == "/konto/anmelden/?next=%2Fjury%2F%3Fa%3D1"
    assert _ask(guarded, None, "post")["Location"] == "/konto/anmelden/"
    with pytest.raises(Http404):
        _ask(guarded, outsider)
    assert _ask(guarded, juror).content == b"drin"


def test_staff_role_required_lets_admins_in(admin: User, editor: User) -> None:
    guarded = staff_role_required(Role.OFFICE)(_view)
    assert _ask(guarded, admin).status_code == 200
    with pytest.raises(Http404):
        _ask(guarded, editor)
    with pytest.raises(ValueError, match="Not a staff role"):
        staff_role_required(Role.JUROR)
    with pytest.raises(ValueError, match="at least one"):
        role_required()


def test_login_required_here_lets_everybody_with_an_account_in(outsider: User) -> None:
    guarded = login_required_here(_view)
    assert _ask(guarded, outsider).status_code == 200
    assert _ask(guarded, None).status_code == 302


@pytest.mark.parametrize(("demo", "one_step"), [(False, False), (False, True), (True, False)])
def test_demo_login_does_not_exist_outside_the_demo(
    client: Client, settings, editor: User, demo: bool, one_step: bool
) -> None:
    settings.DEMO, settings.DEMO_ONE_STEP_LOGIN = demo, one_step
    assert client.get("/konto/vorfuehrung/").status_code == 404
    assert client.post("/konto/vorfuehrung/", {"person": str(editor.key)}).status_code == 404


def test_demo_login_opens_the_admin_in_one_step(client: Client, settings, editor: User, outsider: User) -> None:
    settings.DEMO = settings.DEMO_ONE_STEP_LOGIN = True
    assert editor.get_full_name() in client.get("/konto/vorfuehrung/").content.decode()
    assert client.post("/konto/vorfuehrung/", {"person": str(editor.key)})["Location"] == "/verwaltung/"
    assert client.get("/verwaltung/").status_code == 200
    settings.DEMO_ONE_STEP_LOGIN = False
    assert client.get("/verwaltung/").status_code == 302, "the shortcut ends with the setting"
    settings.DEMO_ONE_STEP_LOGIN = True
    for nobody in (str(outsider.key), "kein-schluessel", ""):
        assert client.post("/konto/vorfuehrung/", {"person": nobody}).status_code == 404


def test_demo_people_stand_once_and_by_role() -> None:
    both = make_user("beides@example.org", Role.MODERATOR, Role.MEMBER)
    juror = make_user("jury@example.org", Role.JUROR)
    make_user("weg@example.org", Role.JUROR, is_active=False)
    assert demo_people() == [(Role.MODERATOR, [both]), (Role.JUROR, [juror])]


def test_deploy_check_refuses_the_demo_login(settings) -> None:
    settings.DEMO_ONE_STEP_LOGIN = True
    assert "accounts.E001" in {message.id for message in run_checks(include_deployment_checks=True)}
    settings.DEMO_ONE_STEP_LOGIN = False
    assert "accounts.E001" not in {message.id for message in run_checks(include_deployment_checks=True)}


def test_check_misses_the_door(settings) -> None:
    assert "accounts.E002" not in {message.id for message in run_checks()}
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "SecondFactor" not in name]
    assert "accounts.E002" in {message.id for message in run_checks()}


def test_settings_refuse_the_demo_login_without_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    import runpy

    monkeypatch.setenv("DEMO_ONE_STEP_LOGIN", "true")
    monkeypatch.setenv("DEMO", "false")
    with pytest.raises(ImproperlyConfigured, match="DEMO_ONE_STEP_LOGIN"):
        runpy.run_module("cms.settings")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("template", ["login_code", "security_notice"])
def test_mails_render_in_every_language(template: str, language: str) -> None:
    from django.utils import translation

    from cms.core import mail as site_mail
    from cms.core.models import OutgoingMail

    context = {"code": "123456", "minutes": 10, "event": "Ein Passkey wurde hinzugefügt.", "url": "http://x/konto/"}
    with translation.override(language):
        site_mail.send(template=f"account/mail/{template}", to="a@example.org", context=context)
    sent = OutgoingMail.objects.get()
    told = context["code"] if template == "login_code" else context["event"]
    assert told in sent.text
    assert told in sent.html
    assert "\n" not in sent.subject
