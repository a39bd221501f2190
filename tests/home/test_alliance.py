"""Groups, projects, partners, documents, office: what their pages show, which filters combine, what it costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Locale

from cms.accounts.enums import Role
from home.enums import PartnerKind, ProjectStatus
from home.models import (
    DocumentLibraryPage,
    GroupDocument,
    HomePage,
    PartnerIndexPage,
    Person,
    ProjectPage,
    ProjectPicture,
    ProjectPlace,
    SiteDocument,
    SiteSettings,
    TeamMember,
    TeamPage,
    Topic,
)
from tests.accounts.factories import make_user
from tests.competitions.factories import make_municipality
from tests.home.conftest import Count
from tests.home.events import make_event, make_event_index
from tests.home.factories import (
    child,
    make_alliance,
    make_document,
    make_group,
    make_image,
    make_news,
    make_news_index,
    make_partner,
    make_project,
    make_standard,
)

pytestmark = pytest.mark.django_db


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_alliance_shows_its_groups_with_their_projects_and_what_lies_around(client: Client) -> None:
    index = make_alliance()
    group = make_group(index, title="Klima")
    make_project(title="Wanderbaumallee", group=group)
    around = child(index, PartnerIndexPage, title="Partner", slug="partner")
    html = read(client, index.url)
    assert group.url in html
    assert "Wanderbaumallee" in html
    assert f'<a href="{around.url}"><b>Partner</b>' in html


def test_group_shows_lead_projects_and_documents(client: Client) -> None:
    group = make_group(title="Klima", lead=make_partner("Umweltministerium"), rhythm="einmal im Monat")
    group.documents = [GroupDocument(document=make_document("Klimabericht"))]
    group.save_revision().publish()
    make_project(title="Wanderbaumallee", group=group)
    make_project(title="Fremdes Projekt")
    html = read(client, group.url)
    for words in ("Umweltministerium", "einmal im Monat", "Klimabericht", "Wanderbaumallee"):
        assert words in html
    assert "Fremdes Projekt" not in html


def test_group_in_english_shows_what_is_written_in_german_only(client: Client) -> None:
    group = make_group(title="Klima")
    make_project(title="Wanderbaumallee", group=group)
    make_event(make_event_index(), title="Sitzung im Advent", group=group)
    english = group.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.title = "Climate"
    english.save_revision().publish()
    html = read(client, english.url)
    assert "Wanderbaumallee" in html
    assert "Sitzung im Advent" in html


def test_project_shows_places_on_the_map_and_pictures_with_credit(client: Client) -> None:
    town = make_municipality(name="Gotha")
    project = make_project(status=ProjectStatus.DONE, target_groups="Schulen", implementation="<p>Bäume ziehen.</p>")
    project.places = [ProjectPlace(municipality=town, note="seit August")]
    project.pictures = [ProjectPicture(image=make_image("Linde", author="Ada Auge"), caption="Im Kübel")]
    project.save_revision().publish()
    html = read(client, project.url)
    for words in ("abgeschlossen", "Schulen", "Bäume ziehen.", "Gotha", "seit August", "Im Kübel", "Ada Auge"):
        assert words in html
    assert f"?ort={town.ags}" in html


def test_a_town_stands_in_a_project_once() -> None:
    project, town = make_project(), make_municipality()
    ProjectPlace.objects.create(page=project, municipality=town)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProjectPlace.objects.create(page=project, municipality=town)


def test_projects_are_filtered_by_state_group_and_town_together(client: Client) -> None:
    group, town = make_group(slug="klima"), make_municipality(name="Gotha")
    wanted = make_project(title="Gesucht", group=group, status=ProjectStatus.DONE)
    wanted.places = [ProjectPlace(municipality=town)]
    wanted.save_revision().publish()
    make_project(title="Anderer Stand", group=group, status=ProjectStatus.RUNNING)
    index = wanted.get_parent().url
    html = read(client, f"{index}?stand=done&gruppe=klima&ort={town.ags}")
    assert ">Gesucht<" in html
    assert ">Anderer Stand<" not in html
    assert "Dazu gibt es kein Projekt." in read(client, f"{index}?stand=planned")
    assert 'class="region"' in read(client, f"{index}?ansicht=karte")


def test_directory_shows_public_partners_only_and_finds_by_kind_town_and_word(client: Client, home: HomePage) -> None:
    index = child(home, PartnerIndexPage)
    town = make_municipality(name="Greiz")
    make_partner("Stadt Greiz", kind=PartnerKind.MUNICIPALITY, municipality=town, link="https://www.example.org/")
    make_partner("Überall-Verband", kind=PartnerKind.ASSOCIATION, logo=make_image("Zeichen"))
    make_partner("Heimlich", is_public=False)
    everything = read(client, index.url)
    assert "Stadt Greiz" in everything
    assert "Heimlich" not in everything
    assert ">Stadt Greiz<" not in read(client, f"{index.url}?suche=ÜBERALL")
    assert ">Überall-Verband<" in read(client, f"{index.url}?suche=ÜBERALL")
    assert ">Überall-Verband<" not in read(client, f"{index.url}?art=municipality&ort={town.ags}")
    assert "Dazu gibt es keinen Partner." in read(client, f"{index.url}?art=state")
    assert 'class="region"' in read(client, f"{index.url}?ansicht=karte")


def test_partner_names_are_unique_whatever_their_case() -> None:
    make_partner("Verein")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_partner("VEREIN")


def test_library_combines_topic_year_kind_and_words(client: Client, home: HomePage) -> None:
    index = child(home, DocumentLibraryPage)
    topic = Topic.objects.create(name="Klima", slug="klima")
    wanted = make_document("Hitzestudie", kind="study", year=2024, summary="Kühle Plätze")
    wanted.topics.add(topic)
    make_document("Bericht", kind="report", year=2024)
    make_document("Nicht gelistet", in_library=False)
    html = read(client, index.url)
    assert "Nicht gelistet" not in html
    assert "nicht barrierefrei" in html
    assert "Kühle Plätze" in html
    found = read(client, f"{index.url}?thema=klima&jahr=2024&art=study&suche=kühle+plätze")
    assert ">Hitzestudie<" in found
    assert ">Bericht<" not in found
    assert "Dazu gibt es kein Dokument." in read(client, f"{index.url}?jahr=2024&art=rules")


def test_library_leaves_out_documents_of_restricted_collections(client: Client, home: HomePage) -> None:
    index = child(home, DocumentLibraryPage)
    closed = Collection.get_first_root_node().add_child(name="intern")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
    make_document("Protokoll", collection=closed)
    assert "Protokoll" not in read(client, index.url)


def test_office_shows_roles_and_names_only_where_there_are_any(client: Client, home: HomePage) -> None:
    team = child(home, TeamPage)
    lead = Person.objects.create(role="Projektleitung", duties="Gremien", email="leitung@example.org")
    team.members = [TeamMember(person=lead)]
    team.save_revision().publish()
    html = read(client, team.url)
    assert "Projektleitung" in html
    assert "mailto:leitung@example.org" in html


@pytest.mark.parametrize("count", [3, 40])
def test_directories_cost_the_same_at_any_length(queries: Count, home: HomePage, count: int) -> None:
    town, topic = make_municipality(), Topic.objects.create(name="Klima", slug="klima")
    for number in range(count):
        make_partner(f"Partner {number}", municipality=town)
    SiteDocument.objects.bulk_create(
        SiteDocument(title=f"Papier {n}", file=f"{n}.pdf", year=2024) for n in range(count)
    )
    for document in SiteDocument.objects.all()[:5]:
        document.topics.add(topic)
    index = make_alliance()
    assert queries(child(index, PartnerIndexPage).url) <= 12
    assert queries(child(index, DocumentLibraryPage).url) <= 12


@pytest.mark.parametrize("count", [2, 8])
def test_projects_cost_the_same_at_any_length(queries: Count, count: int) -> None:
    group, town = make_group(), make_municipality()
    for _number in range(count):
        project: ProjectPage = make_project(group=group)
        project.places = [ProjectPlace(municipality=town)]
        project.save()
    assert queries(project.get_parent().url) <= 12
    assert queries(f"{project.get_parent().url}?ansicht=karte") <= 12
    assert queries(group.url) <= 14


def test_news_are_filtered_by_topic_and_year_together(client: Client) -> None:
    index, topic = make_news_index(), Topic.objects.create(name="Klima", slug="klima")
    for title, year, topics in (("Alt", 2024, [topic]), ("Neu", 2025, [topic]), ("Anders", 2025, [])):
        page = make_news(index, title=title, date=date(year, 5, 1))
        page.topics = topics
        page.save_revision().publish()
    html = read(client, f"{index.url}?thema=klima&jahr=2025")
    assert ">Neu<" in html
    assert ">Alt<" not in html
    assert ">Anders<" not in html
    assert "/aktuelles/klima.atom" in html
    feed = client.get("/aktuelles/klima.atom").content.decode()
    assert ">Neu<" in feed
    assert ">Anders<" not in feed
    assert client.get("/aktuelles/gibt-es-nicht.atom").status_code == 404


def test_legal_page_says_when_it_was_read_and_reminds_after_a_year(
    client: Client, home: HomePage, office: object, desk: Callable[[object], Client]
) -> None:
    today = timezone.localdate()
    old = make_standard(title="Datenschutz", reviewed_on=today - timedelta(days=366))
    fresh = make_standard(title="Impressum", reviewed_on=today - timedelta(days=30))
    settings = SiteSettings.for_site(home.get_site())
    settings.privacy_page, settings.imprint_page = old, fresh
    settings.save()
    assert "Zuletzt geprüft am" in read(client, old.url)
    html = desk(office).get("/verwaltung/").content.decode()
    assert "Pflichtseiten, die seit einem Jahr niemand geprüft hat" in html
    assert f'href="{old.url}"' in html
    editor = make_user("redaktion@example.org", Role.EDITOR)
    assert f"/verwaltung/pages/{old.pk}/edit/" in desk(editor).get("/verwaltung/").content.decode()


def test_footer_leads_to_everything_of_the_alliance(client: Client) -> None:
    index = make_alliance(show_in_menus=True)
    library = child(index, DocumentLibraryPage, title="Dokumente")
    make_group(index, title="Klima")
    html = read(client, "/")
    foot = html[html.index("<footer") :]
    assert f'<a href="{library.url}">Dokumente</a>' in foot
    assert ">Klima<" not in foot
    assert foot.count(f'href="{index.url}"') == 1
