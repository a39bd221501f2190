"""The alliance's pages of the demo world, published through Wagtail's revisions; running it twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Page, Site

from campaigns.models import Campaign
from cms.demo.papers import set_paper
from cms.demo.stories import alliance, papers, presenting
from cms.demo.stories.legal import LEGAL
from cms.demo.stories.news import NEWS, News
from cms.demo.stories.pages import ALLIANCE, PROJECTS, Story
from competitions.models import Competition
from home.enums import ImageLicence
from home.models import (
    CampaignIndexPage,
    CampaignPage,
    CompetitionIndexPage,
    CompetitionPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    SiteDocument,
    SiteImage,
    SitePage,
    SiteSettings,
    StandardPage,
)

# name → (title, alternative text); `images` of load_pages brings the bytes under these names
PICTURES: dict[str, tuple[str, str]] = {
    "hero": (
        "Stadt am Fluss, Tag",
        "Gezeichnete Stadtansicht: dichte Dächer, zwei Kirchtürme, eine Burg, vorn eine rote Bank",
    ),
    "hero_night": ("Stadt am Fluss, Nacht", "Dieselbe Stadt bei Nacht, in vielen Fenstern brennt Licht"),
    "view": ("Bank am Aussichtspunkt", "Gezeichneter Aussichtspunkt mit Bank über Dächern und Fluss"),
    "castle": ("Burg über der Altstadt", "Gezeichneter Burgberg mit Kirchturm und dicht gestellten Dächern"),
    "market": ("Marktplatz", "Gezeichneter Marktplatz mit Giebelhäusern, Brunnen, Ständen und einer Linde"),
    "evening": ("Straße am Abend", "Gezeichneter Platz am Abend mit warm erleuchteten Fenstern"),
    "lane": ("Gasse in der Altstadt", "Gezeichnete Stadt am Fluss mit Brücke und alten Häusern"),
}
P = TypeVar("P", bound=SitePage)
Pictures = Mapping[str, SiteImage]


def load_pages(now: datetime, images: Mapping[str, bytes]) -> HomePage:
    """Fill the site: pictures, documents, pages, news, settings. `images` holds picture files by the names above.

    What exists already stays as it is. Campaigns and competitions get a page each as far as they exist by now.
    """
    pictures = _load_pictures(images)
    documents = _load_documents()
    home = _home()
    stories = {story.slug: _load_story(home, story, pictures) for story in (ALLIANCE, PROJECTS)}
    campaigns = _child(home, CampaignIndexPage, "kampagnen", title="Mitmachen", show_in_menus=True, **_CAMPAIGNS)
    contests = _child(home, CompetitionIndexPage, "wettbewerbe", title="Wettbewerbe", show_in_menus=True, **_CONTESTS)
    news = _child(home, NewsIndexPage, "aktuelles", title="Aktuelles", show_in_menus=True, **_NEWS)
    legal = {story.role: _load_story(home, story, pictures) for story in LEGAL}
    for item in NEWS:
        _load_news(news, item, now, pictures)
    _load_campaign_pages(campaigns, pictures, legal["terms"], now)
    _load_competition_pages(contests, pictures)
    _load_settings(legal)
    _fill_home(home, now, pictures, documents, stories)
    return home


_CAMPAIGNS = {
    "teaser": "Kampagnen, bei denen alle mitmachen können: Fotos einreichen, abstimmen, Ergebnisse nachrechnen."
}
_CONTESTS = {"teaser": "Wettbewerbe und Aufrufe für Kommunen und ihre Partner, mit Jury, Fristen und Preisen."}
_NEWS = {"teaser": "Was im Bündnis geschieht, was in den Städten gelingt und wo wir uns treffen."}


def _home() -> HomePage:
    site = Site.objects.get(is_default_site=True)
    return HomePage.objects.get(pk=site.root_page_id)


def _child(parent: Page, kind: type[P], slug: str, **fields: Any) -> P:
    """Return the page at this address, published now if it is new."""
    found = kind.objects.child_of(parent).filter(slug=slug).first()
    if found is not None:
        return found
    page = kind(slug=slug, locale=parent.locale, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _load_pictures(images: Mapping[str, bytes]) -> dict[str, SiteImage]:
    found = {}
    for name, (title, alt) in PICTURES.items():
        if name not in images:
            continue
        image = SiteImage.objects.filter(title=title).first()
        if image is None:
            image = SiteImage(
                title=title, description=alt, author="Stadtblick, eigene Zeichnung", licence=ImageLicence.CC0
            )
            image.file.save(f"{name}.jpg", ContentFile(images[name]), save=False)
            image.save()
        found[name] = image
    return found


def _load_documents() -> list[SiteDocument]:
    found = []
    for paper in papers.PAPERS:
        document = SiteDocument.objects.filter(title=paper.title).first()
        if document is None:
            content = set_paper(paper)
            document = SiteDocument(
                title=paper.title,
                kind=paper.kind,
                year=paper.year,
                is_accessible=paper.is_accessible,
                summary=paper.summary,
                file_size=len(content),
            )
            document.file.save(paper.name, ContentFile(content), save=False)
            document.save()
        found.append(document)
    return found


def _load_story(parent: Page, story: Story, pictures: Pictures) -> StandardPage:
    page = _child(
        parent,
        StandardPage,
        story.slug,
        title=story.title,
        teaser=story.teaser,
        image=pictures.get(story.picture),
        show_in_menus=story.in_menu,
        body=list(story.body),
    )
    for below in story.below:
        _load_story(page, below, pictures)
    return page


def _load_news(parent: NewsIndexPage, item: News, now: datetime, pictures: Pictures) -> None:
    body: list[tuple[str, Any]] = [("paragraph", "".join(f"<p>{text}</p>" for text in item.paragraphs))]
    if item.quote:
        body.append(("quote", {"quote": item.quote[0], "source": item.quote[1]}))
    if item.facts:
        facts = [{"term": term, "text": f"<p>{text}</p>"} for term, text in item.facts]
        body.append(("facts", {"heading": "Auf einen Blick", "items": facts}))
    _child(
        parent,
        NewsPage,
        item.slug,
        title=item.title,
        teaser=item.teaser,
        date=timezone.localdate(now) - timedelta(days=item.days_ago),
        image=pictures.get(item.picture),
        body=body,
    )


def _load_campaign_pages(parent: CampaignIndexPage, pictures: Pictures, terms: Page, now: datetime) -> None:
    shown = [pictures.get(name) for name in ("view", "castle", "lane")]
    for number, campaign in enumerate(Campaign.objects.order_by("pk")):
        _child(
            parent,
            CampaignPage,
            campaign.slug,
            title=campaign.title,
            campaign=campaign,
            teaser=presenting.CAMPAIGN_TEASERS.get(campaign.phase(now), presenting.CAMPAIGN_TEASER),
            image=shown[number % len(shown)],
            body=list(presenting.CAMPAIGN_BODY),
            prizes=[("prize", prize) for prize in presenting.CAMPAIGN_PRIZES],
            carrier=presenting.CARRIER,
            contact="mitmachen@example.org",
            terms_page=terms,
        )


def _load_competition_pages(parent: CompetitionIndexPage, pictures: Pictures) -> None:
    shown = [pictures.get(name) for name in ("market", "evening", "lane")]
    for number, competition in enumerate(Competition.objects.order_by("pk")):
        _child(
            parent,
            CompetitionPage,
            competition.slug,
            title=competition.title,
            competition=competition,
            teaser=(competition.summary or presenting.COMPETITION_TEASER)[:300],
            eligible=presenting.COMPETITION_ELIGIBLE,
            image=shown[number % len(shown)],
            body=list(presenting.COMPETITION_BODY),
            questions=[("question", question) for question in presenting.COMPETITION_QUESTIONS],
        )


def _load_settings(legal: Mapping[str, Page]) -> None:
    site = Site.objects.get(is_default_site=True)
    partners = StandardPage.objects.filter(slug="partner-werden").first()
    pages = {role: page for role, page in legal.items() if role.endswith("_page")}
    SiteSettings.objects.get_or_create(
        site=site,
        defaults={
            "about": "Die Website des Thüringer Aktionsbündnisses „Innenstädte mit Zukunft“.",
            "office": "Geschäftsstelle bei der Landesentwicklungsgesellschaft",
            "street": "Mainzerhofstraße 12",
            "postal_code": "99084",
            "city": "Erfurt",
            "email": "kontakt@example.org",
            "partners_page": partners,
            **pages,
        },
    )


def _fill_home(
    home: HomePage,
    now: datetime,
    pictures: Pictures,
    documents: list[SiteDocument],
    stories: Mapping[str, StandardPage],
) -> None:
    """Write the start page once; an editor's later changes stay."""
    if len(home.sections):
        return
    home.headline, home.headline_second = "Die Stadt beginnt", "in der Mitte."
    home.teaser = (
        "Mehr als hundert Kommunen, Kammern, Verbände und Ministerien arbeiten in Thüringen zusammen, damit Menschen "
        "gern in die Innenstadt kommen: zum Wohnen, Arbeiten, Einkaufen, Bleiben."
    )
    home.image, home.image_night = pictures.get("hero"), pictures.get("hero_night")
    home.more_page = stories["buendnis"]
    home.sections = list(_sections(now, pictures, documents, stories))
    home.save_revision().publish()


def _sections(
    now: datetime, pictures: Pictures, documents: list[SiteDocument], stories: Mapping[str, StandardPage]
) -> Iterable[tuple[str, dict[str, Any]]]:
    below = {page.slug: page for page in StandardPage.objects.child_of(stories["buendnis"])}
    groups = [
        {**{key: group[key] for key in ("heading", "text", "entries")}, "page": below[group["slug"]]}
        for group in alliance.GROUPS
    ]
    yield "mission", {**alliance.MISSION, "page": stories["buendnis"]}
    yield "offers", {"campaigns": True, "competitions": True}
    yield "together", {**alliance.TOGETHER, "page": below["partner-werden"]}
    yield "groups", {"heading": "Drei Arbeitsgruppen", "items": groups, "page": stories["buendnis"]}
    yield (
        "projects",
        {
            "heading": "Pilotprojekte",
            "items": [{**row, "page": stories["projekte"]} for row in alliance.PROJECTS],
            "image": pictures.get("market"),
            "page": stories["projekte"],
        },
    )
    yield "dates", {"heading": "Termine", "items": _dates(now), "by_kind": True, "with_deadlines": True}
    yield "news", {"heading": "Aktuelles", "count": 4}
    yield "voices", {"items": list(alliance.VOICES)}
    yield "documents", {"heading": "Dokumente", "items": documents}
    yield "initiatives", {"heading": "Weitere Initiativen", "items": list(alliance.INITIATIVES)}
    yield "office", dict(alliance.OFFICE)
    yield "partners", dict(alliance.PARTNERS)


def _dates(now: datetime) -> list[dict[str, Any]]:
    today = timezone.localtime(now).replace(second=0, microsecond=0)
    return [
        {
            "title": title,
            "kind": kind,
            "start": (today + timedelta(days=days)).replace(hour=hour, minute=minute),
            "place": place,
            "note": note,
            "is_provisional": provisional,
        }
        for title, kind, days, hour, minute, place, note, provisional in alliance.DATES
    ]
