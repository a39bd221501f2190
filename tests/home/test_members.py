"""The members' area: members read, strangers log in, for everybody else it does not exist; a group keeps its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms.accounts.actions import grant_role
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from home.actions import change_membership, end_membership, invite_member
from home.models import (
    GroupIndexPage,
    GroupPage,
    InternalDocument,
    Membership,
    MembersIndexPage,
    MembersPage,
    MinutesDocument,
    MinutesPage,
)
from tests.accounts.factories import make_cast_member, make_user
from tests.home.factories import child, home_page

pytestmark = pytest.mark.django_db
Enter = Callable[[User], Client]


def make_group(title: str) -> GroupPage:
    index = GroupIndexPage.objects.first() or child(home_page(), GroupIndexPage, title="Bündnis", slug="buendnis")
    return child(index, GroupPage, title=title, slug=title.lower())


def make_member(email: str = "mia@example.org", *groups: GroupPage, **profile: Any) -> Membership:
    membership = invite_member(
        email=email, name="Mia Mitglied", partner=None, groups=groups, since=timezone.localdate(), by=None,
        now=timezone.now(),
    )  # fmt: skip
    Membership.objects.filter(pk=membership.pk).update(**profile)
    membership.refresh_from_db()
    return membership


def make_document(title: str = "Entwurf", group: GroupPage | None = None) -> InternalDocument:
    document = InternalDocument(title=title, group=group)
    document.file.save("Geheim Müller.pdf", ContentFile(b"%PDF-1.7 intern"), save=False)
    document.save()
    return document


@pytest.fixture
def area() -> MembersIndexPage:
    return child(home_page(), MembersIndexPage, title="Interner Bereich", slug="irgendwo", show_in_menus=True)


@pytest.fixture
def klima() -> GroupPage:
    return make_group("Klima")


@pytest.fixture
def wohnen() -> GroupPage:
    return make_group("Wohnen")


@pytest.fixture
def member(klima: GroupPage, client: Client) -> Membership:
    """A member of „Klima“ who is logged in."""
    membership = make_member("mia@example.org", klima)
    client.force_login(membership.user)
    return membership


@pytest.fixture
def everything(area: MembersIndexPage, klima: GroupPage, wohnen: GroupPage) -> dict[str, str]:
    """Addresses of all there is in the area: for every member, and for the members of „Klima“."""
    news = child(area, MembersPage, title="Neue Räume", slug="neue-raeume", body=[("paragraph", "<p>Ab Montag.</p>")])
    minutes = child(area, MinutesPage, title="Klima im Mai", group=klima)
    MinutesDocument.objects.create(page=minutes, document=make_document("Anlage", klima))
    return {
        "start": "/intern/",
        "news": news.url,
        "list of news": "/intern/neuigkeiten/",
        "files": "/intern/unterlagen/",
        "directory": "/intern/mitglieder/",
        "profile": "/intern/profil/",
        "common file": reverse("home:members_document", args=[make_document().key]),
        "own minutes": minutes.url,
        "own group": "/intern/gruppen/klima/",
        "own file": reverse("home:members_document", args=[InternalDocument.objects.get(title="Anlage").key]),
    }


def test_members_read_everything_of_their_own(client: Client, member: Membership, everything: dict[str, str]) -> None:
    answers = {name: client.get(path) for name, path in everything.items()}
    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(everything, 200)
    assert all({"private", "no-store"} <= set(answer["Cache-Control"].split(", ")) for answer in answers.values())
    assert "Ab Montag." in answers["news"].content.decode()
    assert "Anlage" in answers["own minutes"].content.decode()
    assert b"".join(answers["own file"].streaming_content) == b"%PDF-1.7 intern"
    assert "Müller" not in answers["own file"]["Content-Disposition"]


def test_strangers_are_asked_to_log_in_and_come_back(client: Client, everything: dict[str, str]) -> None:
    for path in everything.values():
        answer = client.get(path)
        assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/konto/anmelden/")
        assert path in answer.url.replace("%2F", "/")


@pytest.mark.parametrize("part", ["outsider", "applicant", "juror", "moderator"])
def test_for_everybody_else_the_area_does_not_exist(client: Client, everything: dict[str, str], part: str) -> None:
    client.force_login(make_cast_member(part))
    assert {client.get(path).status_code for path in everything.values()} == {404}


def test_what_belongs_to_another_group_does_not_exist(
    client: Client, area: MembersIndexPage, member: Membership, wohnen: GroupPage
) -> None:
    minutes = child(area, MinutesPage, title="Wohnen im Mai", group=wohnen)
    file = make_document("Mietspiegel", wohnen)
    paths = [minutes.url, "/intern/gruppen/wohnen/", reverse("home:members_document", args=[file.key])]
    assert [client.get(path).status_code for path in paths] == [404, 404, 404]
    for path in ("/intern/", "/intern/unterlagen/", "/intern/unterlagen/?gruppe=wohnen"):
        html = client.get(path).content.decode()
        assert "Wohnen im Mai" not in html
        assert "Mietspiegel" not in html


def test_a_file_of_another_group_stays_closed_although_the_minutes_name_it(
    client: Client, area: MembersIndexPage, member: Membership, klima: GroupPage, wohnen: GroupPage
) -> None:
    minutes = child(area, MinutesPage, group=klima)
    MinutesDocument.objects.create(page=minutes, document=make_document("Mietspiegel", wohnen))
    assert "Mietspiegel" not in client.get(minutes.url).content.decode()


def test_those_who_keep_the_area_see_it_with_their_second_factor_only(
    desk: Enter, client: Client, editor: User, everything: dict[str, str]
) -> None:
    client.force_login(editor)
    assert client.get("/intern/").status_code == 404
    with_factor = desk(editor)
    assert {with_factor.get(path).status_code for path in everything.values()} == {200}


def test_area_is_closed_from_the_first_moment_and_in_no_list_of_pages(
    area: MembersIndexPage, everything: dict[str, str], client: Client
) -> None:
    public = Page.objects.live().public()
    assert not public.descendant_of(area, inclusive=True).exists()
    area.refresh_from_db()
    assert (area.slug, area.show_in_menus) == ("intern", False)
    for path in ("/sitemap.xml", "/suche/?q=R%C3%A4ume"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert "/intern/neue-raeume" not in answer.content.decode()


def test_nobody_opens_the_area_by_mistake(area: MembersIndexPage, desk: Enter, editor: User) -> None:
    desk(editor).post(reverse("wagtailadmin_pages:set_privacy", args=[area.pk]), {"restriction_type": "none"})
    area.save_revision().publish()
    assert not Page.objects.public().filter(pk=area.pk).exists()


def test_addresses_of_the_area_are_not_taken_by_pages(area: MembersIndexPage) -> None:
    with pytest.raises(ValidationError):
        child(area, MembersPage, slug="profil")


def test_office_invites_and_the_mail_says_where(desk: Enter, office: User, klima: GroupPage) -> None:
    client = desk(office)
    with TestCase.captureOnCommitCallbacks(execute=True):
        answer = client.post(
            reverse("home_memberships:add"),
            {"email": "Neu@Example.org", "name": "Nele Neu", "groups": [klima.pk], "since": "2026-05-01"},
        )
    assert answer.status_code == 302
    membership = Membership.objects.get()
    assert membership.user.email == "neu@example.org"
    assert membership.user.has_role(Role.MEMBER)
    assert list(membership.groups.all()) == [klima]
    (message,) = mail.outbox
    assert message.to == ["neu@example.org"]
    assert "/intern/" in message.body
    assert "Klima" in message.body
    again = client.post(reverse("home_memberships:add"), {"email": "neu@example.org", "since": "2026-05-01"})
    assert "schon Mitglied" in again.content.decode()


def test_office_changes_groups_and_ends_a_membership(
    desk: Enter, office: User, klima: GroupPage, wohnen: GroupPage
) -> None:
    membership = make_member("mia@example.org", klima, task="Planung")
    client = desk(office)
    assert "Mia Mitglied" in client.get(reverse("home_memberships:index")).content.decode()
    edit = reverse("home_memberships:edit", args=[membership.pk])
    assert client.get(edit).status_code == 200
    assert client.post(edit, {"groups": [wohnen.pk], "since": "2026-05-01"}).status_code == 302
    membership.refresh_from_db()
    assert (list(membership.groups.all()), membership.task) == ([wohnen], "Planung")
    end = reverse("home_memberships:delete", args=[membership.pk])
    assert "Mia Mitglied" in client.get(end).content.decode()
    assert client.post(end).status_code == 302
    user = User.objects.get(email="mia@example.org")
    assert not user.has_role(Role.MEMBER)
    assert not Membership.objects.exists()
    noted = AuditEvent.objects.filter(action__startswith="home.membership").order_by("pk")
    assert [event.action.rpartition(".")[2] for event in noted] == ["invited", "changed", "ended"]
    assert "Mia" not in str([(event.target_label, event.changes) for event in noted])


def test_editor_does_not_see_who_is_a_member(desk: Enter, editor: User) -> None:
    assert desk(editor).get(reverse("home_memberships:index")).status_code == 302


def test_a_member_is_invited_once(office: User) -> None:
    make_member()
    with pytest.raises(Refused) as refused:
        make_member()
    assert refused.value.code == "member_already"


def test_after_the_end_the_door_is_closed(
    client: Client, area: MembersIndexPage, member: Membership, office: User
) -> None:
    assert client.get("/intern/").status_code == 200
    end_membership(membership=member, by=office, now=timezone.now())
    assert client.get("/intern/").status_code == 404


def test_leaving_a_group_closes_its_minutes(
    client: Client, everything: dict[str, str], member: Membership, office: User
) -> None:
    values = {"partner": None, "groups": [], "since": member.since}
    change_membership(membership=member, **values, by=office, now=timezone.now())
    answers = {name: client.get(path).status_code for name, path in everything.items()}
    closed = {"own minutes", "own group", "own file"}
    assert {name for name, status in answers.items() if status == 404} == closed


def test_directory_shows_who_agreed_and_what_they_agreed_to(client: Client, area: Any, member: Membership) -> None:
    make_member("still@example.org")
    shown = make_member("laut@example.org", is_listed=True, task="Citymanagement", phone="03681 123")
    User.objects.filter(pk=shown.user_id).update(name="Lars Laut")
    html = client.get("/intern/mitglieder/").content.decode()
    assert "Lars Laut" in html
    assert "03681 123" in html
    assert "laut@example.org" not in html
    assert "still@example.org" not in html
    assert "Lars Laut" in client.get("/intern/mitglieder/?q=citym").content.decode()
    assert "Niemand gefunden" in client.get("/intern/mitglieder/?q=xyz").content.decode()


def test_member_decides_what_others_see(client: Client, area: Any, member: Membership) -> None:
    assert client.post("/intern/profil/", {"task": "x" * 121}).status_code == 422
    assert client.post("/intern/profil/", {"is_listed": "on", "task": "Planung"}).status_code == 302
    member.refresh_from_db()
    assert (member.is_listed, member.task, member.shows_email) == (True, "Planung", False)
    assert list(member.groups.all()) != []


def test_role_alone_opens_what_is_for_all(client: Client, area: Any, klima: GroupPage) -> None:
    user = make_user("rolle@example.org")
    grant_role(user=user, role=Role.MEMBER, by=None, now=timezone.now())
    client.force_login(user)
    assert client.get("/intern/").status_code == 200
    assert client.get("/intern/gruppen/klima/").status_code == 404
    assert client.get("/intern/profil/").status_code == 200


def test_office_adds_replaces_and_deletes_a_file(desk: Enter, office: User, settings: Any, klima: GroupPage) -> None:
    client = desk(office)
    add, old = reverse("home_internal_documents:add"), ContentFile(b"%PDF alt", name="alt.pdf")
    assert client.post(add, {"title": "Entwurf", "file": old, "group": klima.pk}).status_code == 302
    document = InternalDocument.objects.get()
    assert (document.added_by, document.size, document.suffix) == (office, 8, "PDF")
    store, first = document.file.storage, document.file.name
    edit = reverse("home_internal_documents:edit", args=[document.pk])
    assert client.get(edit).status_code == 200
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(edit, {"title": "Entwurf", "file": ContentFile(b"%PDF neu", name="neu.pdf")})
    document.refresh_from_db()
    second = document.file.name
    assert (store.exists(first), store.open(second).read()) == (False, b"%PDF neu")
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(reverse("home_internal_documents:delete", args=[document.pk]))
    assert not store.exists(second)
    refused = client.post(add, {"title": "Böse", "file": ContentFile(b"<html>", name="boese.html")})
    assert refused.status_code == 200
    assert not InternalDocument.objects.exists()


@pytest.mark.parametrize("number", [2, 7])
def test_lists_ask_little_whatever_their_length(
    number: int,
    client: Client,
    area: MembersIndexPage,
    member: Membership,
    klima: GroupPage,
    django_assert_max_num_queries: Any,
) -> None:
    for n in range(number):
        make_document(f"Datei {n}", klima if n % 2 else None)
        MinutesPage.objects.create(
            title=f"Sitzung {n}", slug=f"sitzung-{n}", teaser="x", group=klima, depth=4, path=f"{area.path}{n:04d}",
            url_path=f"/start/intern/sitzung-{n}/",
        )  # fmt: skip
        make_member(f"m{n}@example.org", klima, is_listed=True)
    paths = ("/intern/", "/intern/unterlagen/", "/intern/gruppen/klima/", "/intern/mitglieder/", "/intern/neuigkeiten/")
    for path in paths:
        client.get(path)
        with django_assert_max_num_queries(20 if path == "/intern/" else 12):
            assert client.get(path).status_code == 200


def test_footer_leads_partners_through_the_log_in(client: Client, area: MembersIndexPage) -> None:
    html = client.get("/").content.decode()
    assert '<a href="/intern/">Für Partner: anmelden</a>' in html
    assert '<a href="/newsletter/">Newsletter</a>' in html
