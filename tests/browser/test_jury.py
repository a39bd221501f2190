"""From the formal check to the winner on the public page: the office, two jurors, the panel's decision."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from wagtail.models import Page as WagtailPage

from cms.accounts.models import User
from competitions.actions import recuse
from competitions.models import Application, Assignment, Candidate, PanelMember, Score, Stage
from home.models import CompetitionIndexPage, CompetitionPage
from tests.accounts.factories import make_cast_member
from tests.browser.checks import assert_accessible
from tests.competitions import factories
from tests.competitions.test_office_deciding import T4

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BASE = "/verwaltung/wettbewerbe/wettbewerb/1/"


@pytest.fixture
def office() -> User:
    return make_cast_member("office")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[Stage, str], None]:
    """Move a stage's dates around the real moment: „checking“, „judging“ or „deliberating“."""
    days = {"checking": (-40, -2, 2, 20), "judging": (-60, -30, -5, 5), "deliberating": (-90, -60, -40, -1)}

    def move(stage: Stage, phase: str) -> None:
        now = timezone.now()
        names = ("opens_at", "closes_at", "jury_opens_at", "jury_closes_at")
        dates = {name: now + timedelta(days=number) for name, number in zip(names, days[phase], strict=True)}
        Stage.objects.filter(pk=stage.pk).update(**dates)

    return move


def show_publicly(stage: Stage) -> None:
    root = WagtailPage.objects.get(depth=2)
    index = root.add_child(instance=CompetitionIndexPage(title="Wettbewerbe", slug="wettbewerbe", teaser="Alle."))
    page = CompetitionPage(
        title="Innenstadt-Wettbewerb 2027",
        slug="wettbewerb",
        teaser="Ideen.",
        eligible="Städte",
        competition=stage.competition,
    )
    index.add_child(instance=page)


def choose(page: Page, criterion: str, points: int) -> None:
    page.locator(f"#k-{criterion} .scale label", has_text=re.compile(rf"^{points}\b")).click()


def test_from_the_check_to_the_winner(
    page: Page,
    phone: Page,
    new_page: Callable[..., Page],
    log_in: Callable[..., None],
    office: User,
    clock: Callable[..., None],
) -> None:
    stage = factories.make_stage()
    application = factories.make_sent(stage, make_cast_member("applicant"))
    factories.make_awards(stage)
    show_publicly(stage)
    clock(stage, "checking")

    admit(page, log_in, office, application)
    first, second = invite_two(page, stage)
    candidate = Candidate.objects.get()

    clock(stage, "judging")
    desk = new_page()
    log_in(phone, first.user)
    log_in(desk, second.user)
    join(phone)
    join(desk)
    score_on_the_phone(phone, candidate)
    score_by_keyboard(desk, candidate)

    clock(stage, "deliberating")
    decide(page)
    page.goto("/wettbewerbe/wettbewerb/")
    expect(page.locator(".winners")).to_contain_text("Drei Läden, ein Flur")
    expect(page.locator(".winners")).to_contain_text("Aus einer Gasse wird ein Ort.")


def admit(page: Page, log_in: Callable[..., None], office: User, application: Application) -> None:
    log_in(page, office, second_factor=True)
    page.goto(BASE)
    assert_accessible(page)
    page.get_by_role("link", name="Drei Läden, ein Flur", exact=True).click()
    assert_accessible(page)
    page.get_by_role("button", name="Zulassen", exact=True).click()
    expect(page.locator(".summary")).to_be_focused()
    assert_accessible(page)
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Zulassen", exact=True).click()
    expect(page.get_by_text("Zugelassen als Kandidat K1")).to_be_visible()


def invite_two(page: Page, stage: Stage) -> list[PanelMember]:
    page.get_by_role("link", name="Jury", exact=True).click()
    assert_accessible(page)
    for name in ("Erste Person", "Zweite Person"):
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_label("E-Mail-Adresse").fill(f"{name.split()[0].lower()}@example.org")
        page.get_by_role("button", name="Einladen").click()
        expect(page.get_by_text(f"{name} ist eingeladen")).to_be_visible()
    expect(page.get_by_text("Vorschau: 2 neue Zuweisungen")).to_be_visible()
    page.get_by_role("button", name="So zuweisen").click()
    expect(page.get_by_text("Alles ist zugewiesen.")).to_be_visible()
    assert_accessible(page)
    return list(PanelMember.objects.filter(panel__stage=stage).order_by("pk"))


def join(page: Page) -> None:
    """Accept, promise, declare; before that no candidate is there."""
    page.goto("/jury/")
    assert_accessible(page)
    expect(page.get_by_text("Drei Läden, ein Flur")).to_have_count(0)
    page.get_by_role("link", name="Einladung ansehen").click()
    page.get_by_role("button", name="Einladung annehmen").click()
    expect(page.locator(".summary")).to_be_focused()
    assert_accessible(page)
    page.get_by_label("Ja, ich halte alles vertraulich").check()
    page.get_by_role("button", name="Einladung annehmen").click()
    assert_accessible(page)
    page.get_by_label("unbefangen", exact=True).check()
    page.get_by_role("button", name="So erklären").click()
    expect(page.get_by_text("Ihre Erklärung ist festgehalten")).to_be_visible()


def score_on_the_phone(phone: Page, candidate: Candidate) -> None:
    """With a thumb: the panel is reached at once, points save themselves."""
    phone.goto("/jury/")
    assert_accessible(phone)
    phone.get_by_role("link", name="Drei Läden, ein Flur").click()
    phone.locator(".jump a", has_text="Ihre Bewertung").click()
    expect(phone.locator("#bewertung")).to_be_in_viewport()
    choose(phone, "wirkung", 8)
    expect(phone.locator("[data-total]")).to_have_text("80,0")
    expect(phone.locator("[data-status]")).to_contain_text("Gespeichert um")
    assert list(Score.objects.filter(value=8).values_list("criterion__key", flat=True)) == ["wirkung"]
    phone.evaluate("scrollTo(0, 0)")  # halfway, a link may lie under the bar that stays in sight
    assert_accessible(phone)
    phone.get_by_role("button", name="Abschließen").click()
    expect(phone.locator(".summary")).to_contain_text("Hier fehlen noch Punkte.")
    assert_accessible(phone)
    choose(phone, "idee", 10)
    choose(phone, "umsetzung", 5)
    phone.get_by_role("button", name="Abschließen").click()
    expect(phone.get_by_text("Außer Ihnen hat noch niemand")).to_be_visible()
    assert_accessible(phone)


def score_by_keyboard(page: Page, candidate: Candidate) -> None:
    """With nothing but keys: numbers choose a point; the others' scores are sealed until the end."""
    page.goto(f"/jury/{candidate.key}/")
    assert_accessible(page)
    for key, digits in (("wirkung", "7"), ("idee", "10"), ("umsetzung", "4")):
        page.locator(f"#id_score_{key}_0").focus()
        page.keyboard.type(digits)
        page.keyboard.press("Tab")
        expect(page.locator(f"#id_note_{key}")).to_be_focused()
    expect(page.locator("[data-total]")).to_have_text("70,0")
    expect(page.get_by_text("Was die anderen geben")).to_have_count(0)
    page.get_by_role("button", name="Abschließen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Was die anderen geben")).to_be_visible()
    expect(page.locator("#andere + .scroll")).to_contain_text("77,0")
    assert_accessible(page)


def decide(page: Page) -> None:
    page.goto(f"{BASE}rangfolge/")
    expect(page.get_by_text("Alle Bewertungen sind da.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Jetzt abschließen").click()
    assert_accessible(page)
    page.get_by_role("link", name="Zur Beratung").click()
    assert_accessible(page)
    page.get_by_label("Entscheidung").select_option("award")
    page.get_by_role("button", name="Vorschläge speichern").click()
    expect(page.locator(".summary")).to_contain_text("Bitte geben Sie einen Grund an.")
    assert_accessible(page)
    page.get_by_label("Preis (freiwillig)").select_option(label="1. Preis")
    page.get_by_label("Begründung der Jury").fill("Aus einer Gasse wird ein Ort.")
    page.get_by_role("button", name="Vorschläge speichern").click()
    page.get_by_role("link", name="Endgültig beschließen").click()
    assert_accessible(page)
    page.get_by_role("button", name="Ja, endgültig beschließen").click()
    expect(page.get_by_text("Die Entscheidungen sind endgültig.")).to_be_visible()


def test_without_javascript_a_review_is_saved_and_completed(
    new_page: Callable[..., Page], log_in: Callable[..., None], office: User, clock: Callable[..., None]
) -> None:
    stage = factories.make_stage()
    candidate = factories.make_candidate(stage, make_cast_member("applicant"), office)
    juror = factories.make_juror(stage, office, "juror@example.org")
    factories.assign_all(stage, office)
    clock(stage, "judging")
    page = new_page(javascript=False)
    log_in(page, juror.user)
    page.goto(f"/jury/{candidate.key}/")
    choose(page, "wirkung", 8)
    page.get_by_role("button", name="Speichern").click()
    expect(page.locator("[data-total]")).to_have_text("80,0")
    choose(page, "idee", 8)
    choose(page, "umsetzung", 8)
    page.get_by_role("button", name="Abschließen").click()
    expect(page.get_by_text("Ihre Bewertung ist abgeschlossen.")).to_be_visible()


def test_without_a_connection_nothing_typed_is_lost(
    page: Page, log_in: Callable[..., None], office: User, clock: Callable[..., None]
) -> None:
    stage = factories.make_stage()
    candidate = factories.make_candidate(stage, make_cast_member("applicant"), office)
    juror = factories.make_juror(stage, office, "juror@example.org")
    factories.assign_all(stage, office)
    clock(stage, "judging")
    log_in(page, juror.user)
    page.goto(f"/jury/{candidate.key}/")
    page.context.set_offline(True)
    choose(page, "idee", 6)
    expect(page.locator("[data-status]")).to_contain_text("Kein Netz.")
    page.context.set_offline(False)
    expect(page.locator("[data-status]")).to_contain_text("Gespeichert um")
    assert Score.objects.get(criterion__key="idee").value == 6


def test_the_ranking_of_an_incomplete_panel(
    page: Page, log_in: Callable[..., None], office: User, clock: Callable[..., None]
) -> None:
    stage = factories.make_stage(with_criteria=False)
    stage.criteria.create(key="gesamt", name="Gesamteindruck", weight=100, highest=100)
    candidates = factories.make_candidates(stage, office, 4)
    jurors = [factories.make_juror(stage, office, f"j{n}@example.org", name=f"Mitglied {n}") for n in range(1, 5)]
    factories.assign_all(stage, office)
    for candidate, row in zip(candidates, T4, strict=True):
        for juror, points in zip(jurors, row, strict=True):
            assignment = Assignment.objects.get(candidate=candidate, member=juror)
            if points is None:
                recuse(assignment=assignment, reason="Verwandt.", by=juror.user, now=factories.JUDGING)
            else:
                factories.score(assignment, points)
    clock(stage, "deliberating")
    log_in(page, office, second_factor=True)
    page.goto(f"{BASE}rangfolge/")
    page.get_by_role("button", name="Jetzt abschließen").click()
    ranked = page.locator("table.tbl:not(.heat)").first
    titles = ranked.locator("tbody th")
    expect(titles).to_have_text([re.compile(f"Vorhaben {n} K{n}") for n in (4, 3, 2, 1)])
    expect(ranked.locator("tbody tr").nth(3)).to_contain_text("2 Plätze nach unten")
    assert_accessible(page)
