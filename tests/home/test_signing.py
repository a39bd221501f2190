"""Becoming a partner: signing, confirming by mail, the office's decision, the certificate, forgetting."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from cms.accounts.models import User
from cms.core.mail import render
from cms.core.refusals import Refused
from home.actions import admit_partner, confirm_signing, purge_signings, refuse_partner, sign_declaration
from home.domain.signing import Signature, may_confirm
from home.enums import SigningState
from home.models import DeclarationPage, Partner, PartnerApplication
from tests.competitions.factories import make_municipality
from tests.home.factories import make_declaration, make_partner, make_signing

pytestmark = pytest.mark.django_db
NOW = timezone.now()
Desk = Callable[[User], Client]


@pytest.fixture
def page(db: None) -> DeclarationPage:
    return make_declaration()


def filled(page: DeclarationPage, **changes: Any) -> dict[str, Any]:
    values = {
        "organisation": "Bürgerverein",
        "kind": "network",
        "municipality": "",
        "about": "Wir öffnen Höfe.",
        "link": "",
        "signer": "Uta Unterschrift",
        "signer_role": "Vorsitz",
        "email": "verein@example.org",
        "wants_public": "on",
        "agree": "on",
        "read": page.fingerprint,
    }
    return {**values, **changes}


def link_in(text: str, start: str) -> str:
    found = re.search(rf"http\S+({start}\S+)", text)
    assert found
    return found[1]


def test_signing_confirming_and_admitting_from_end_to_end(
    client: Client, page: DeclarationPage, office: User, django_capture_on_commit_callbacks: Any
) -> None:
    town = make_municipality(name="Greiz")
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("home:sign"), filled(page, municipality="Greiz"))
    assert answer.url == reverse("home:signed")
    way = link_in(mail.outbox[-1].body, "/buendniserklaerung/bestaetigen/")
    assert "Unterschrift bestätigen" in client.get(way).content.decode()
    signing = PartnerApplication.objects.get()
    assert signing.state == SigningState.UNCONFIRMED
    assert client.post(way).url == way
    assert "liegt vor" in client.get(way).content.decode()
    signing.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        partner = admit_partner(signing=signing, by=office, now=NOW)
    assert (partner.name, partner.municipality, partner.is_public) == ("Bürgerverein", town, True)
    certificate = client.get(link_in(mail.outbox[-1].body, "/buendniserklaerung/urkunde/"))
    assert certificate.content.startswith(b"%PDF-1.7")
    assert b"pdfuaid" in certificate.content


def test_an_empty_form_keeps_what_was_typed_and_says_what_is_missing(client: Client, page: DeclarationPage) -> None:
    answer = client.post(reverse("home:sign"), {"about": "Wir öffnen Höfe."})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fehler:" in html
    assert "Wir öffnen Höfe." in html
    assert "Ohne Ihre Zustimmung gibt es keine Unterschrift." in html
    assert not PartnerApplication.objects.exists()


def test_words_that_changed_while_reading_are_shown_anew(client: Client, page: DeclarationPage) -> None:
    answer = client.post(reverse("home:sign"), filled(page, read="0" * 64))
    assert answer.status_code == 422
    assert "gerade geändert" in answer.content.decode()
    assert f'value="{page.fingerprint}"' in answer.content.decode()
    assert not PartnerApplication.objects.exists()


def test_a_machine_is_thanked_and_forgotten(client: Client, page: DeclarationPage) -> None:
    assert client.post(reverse("home:sign"), filled(page, website="spam")).status_code == 302
    assert not PartnerApplication.objects.exists()


def test_without_a_declaration_there_is_nothing_to_sign(client: Client, db: None) -> None:
    assert client.get(reverse("home:sign")).status_code == 404


def test_page_shows_the_words_and_leads_to_the_form(client: Client, page: DeclarationPage) -> None:
    html = client.get(page.url).content.decode()
    assert "Wir wollen." in html
    assert reverse("home:sign") in html


@pytest.mark.parametrize(
    ("state", "age", "expected"),
    [
        (SigningState.UNCONFIRMED, timedelta(days=6), True),
        (SigningState.UNCONFIRMED, timedelta(days=7), False),
        (SigningState.WAITING, timedelta(0), False),
        (SigningState.ADMITTED, timedelta(0), False),
        (SigningState.REFUSED, timedelta(0), False),
    ],
)
def test_only_a_fresh_signature_can_be_confirmed(state: SigningState, age: timedelta, expected: bool) -> None:
    assert may_confirm(state, signed_at=NOW - age, now=NOW) is expected


def test_an_old_link_is_refused_in_words(client: Client, page: DeclarationPage) -> None:
    _old, token = make_signing(page, state=SigningState.UNCONFIRMED, now=NOW - timedelta(days=8))
    way = reverse("home:sign_confirm", args=[token])
    assert "gilt nicht mehr" in client.get(way).content.decode()
    answer = client.post(way)
    assert answer.status_code == 422
    assert "Bitte unterzeichnen Sie noch einmal." in answer.content.decode()


def test_only_one_signature_of_an_institution_waits(page: DeclarationPage) -> None:
    make_signing(page, organisation="Verein")
    second, _token = make_signing(page, organisation="VEREIN", state=SigningState.UNCONFIRMED)
    with pytest.raises(Refused) as refused:
        confirm_signing(signing=second, office_email="", now=timezone.now())
    assert refused.value.code == "waits_already"
    second.refresh_from_db()
    assert second.state == SigningState.UNCONFIRMED


def test_two_in_the_office_never_decide_twice(page: DeclarationPage, office: User) -> None:
    signing, _token = make_signing(page)
    stale = PartnerApplication.objects.get(pk=signing.pk)
    refuse_partner(signing=signing, reason="Kein Bezug.", by=office, now=NOW)
    with pytest.raises(Refused) as refused:
        admit_partner(signing=stale, by=office, now=NOW)
    assert refused.value.code == "faster"
    assert not Partner.objects.exists()


def test_a_partner_of_that_name_is_not_made_twice(page: DeclarationPage, office: User) -> None:
    make_partner("Verein")
    signing, _token = make_signing(page, organisation="verein")
    with pytest.raises(Refused) as refused:
        admit_partner(signing=signing, by=office, now=NOW)
    assert refused.value.code == "exists"


def test_office_refuses_with_a_reason_that_is_mailed(
    page: DeclarationPage, office: User, desk: Desk, django_capture_on_commit_callbacks: Any
) -> None:
    signing, _token = make_signing(page)
    client = desk(office)
    way = reverse("home_signing_refuse", args=[signing.key])
    assert "Bitte schreiben Sie, warum." in client.post(way, {"reason": ""}).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(way, {"reason": "Kein Bezug zur Innenstadt."})
    signing.refresh_from_db()
    assert signing.state == SigningState.REFUSED
    assert "Kein Bezug zur Innenstadt." in mail.outbox[-1].body
    assert "Kein Bezug zur Innenstadt." in client.get(reverse("home_signing", args=[signing.key])).content.decode()


def test_office_admits_on_its_page_and_gets_the_certificate(page: DeclarationPage, office: User, desk: Desk) -> None:
    signing, _token = make_signing(page, organisation="Marktladen")
    client = desk(office)
    listed = client.get(reverse("home_signings")).content.decode()
    assert "Marktladen" in listed
    client.post(reverse("home_signing_admit", args=[signing.key]))
    assert Partner.objects.get().name == "Marktladen"
    answer = client.get(reverse("home_signing_certificate", args=[signing.key]))
    assert answer["Content-Type"] == "application/pdf"


def test_what_was_not_confirmed_or_refused_is_forgotten_in_time(page: DeclarationPage, office: User) -> None:
    make_signing(page, state=SigningState.UNCONFIRMED, now=NOW - timedelta(days=7))
    make_signing(page, state=SigningState.UNCONFIRMED, now=NOW - timedelta(days=6))
    make_signing(page, now=NOW - timedelta(days=900))
    old, _token = make_signing(page)
    refuse_partner(signing=old, reason="Nein.", by=office, now=NOW - timedelta(days=181))
    assert purge_signings(NOW) == 2
    assert PartnerApplication.objects.count() == 2


def test_nobody_can_be_admitted_without_a_partner_behind_it(page: DeclarationPage) -> None:
    signature = Signature("Verein", "network", "", "", "", True, "Uta", "Vorsitz", "a@example.org")
    signing = sign_declaration(page=page, read=page.fingerprint, signature=signature, now=NOW)
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        PartnerApplication.objects.filter(pk=signing.pk).update(state=SigningState.ADMITTED)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ["signing_confirm", "signing_office", "signing_admitted", "signing_refused"])
def test_mails_render(name: str, language: str) -> None:
    names = ("organisation", "about", "link", "signer", "signer_role", "declaration_version", "kind", "town")
    told = {name: name.upper() for name in names}
    context = {"signing": told, "url": "https://example.org/x", "until": NOW, "reason": "Weil."}
    with translation.override(language):
        made = render(template=f"home/mail/{name}", context=context)
    assert made.subject
    assert "ORGANISATION" in made.text
    assert "ORGANISATION" in made.html
