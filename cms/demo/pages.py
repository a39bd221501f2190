"""The alliance's pages of the demo world, published through Wagtail's revisions; running it twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Page, Site

from campaigns.models import Campaign
from cms.demo.groups import give_topics, load_alliance
from cms.demo.papers import set_paper
from cms.demo.picture_shelf import PICTURES
from cms.demo.publishing import published
from cms.demo.stories import alliance, papers, presenting
from cms.demo.stories.legal import LEGAL
from cms.demo.stories.news import NEWS, News
from cms.demo.stories.pages import Story
from competitions.models import Competition
from home.enums import ImageLicence
from home.models import (
    CampaignIndexPage,
    CampaignPage,
    CompetitionIndexPage,
    CompetitionPage,
    DeclarationPage,
    GroupIndexPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    ProjectIndexPage,
    SiteDocument,
    SiteImage,
    SiteSettings,
    StandardPage,
)

# by the names of the shelf; `images` of load_pages brings the bytes under the same names
Pictures = Mapping[str, SiteImage]


def load_pages(now: datetime, images: Mapping[str, bytes]) -> HomePage:
    """Fill the site: pictures, documents, pages, news, settings. `images` holds picture files by the names above.

    What exists already stays as it is. Campaigns and competitions get a page each as far as they exist by now.
    """
    pictures = _load_pictures(images)
    documents = _load_documents()
    home = _home()
    index = load_alliance(home, pictures, documents)
    campaigns = published(home, CampaignIndexPage, "kampagnen", title="Mitmachen", show_in_menus=True, **_CAMPAIGNS)
    contests = published(
        home, CompetitionIndexPage, "wettbewerbe", title="Wettbewerbe", show_in_menus=True, **_CONTESTS
    )
    news = published(home, NewsIndexPage, "aktuelles", title="Aktuelles", show_in_menus=True, **_NEWS)
    legal = {story.role: _load_story(home, story, pictures, reviewed_on=_reviewed(story, now)) for story in LEGAL}
    for item in NEWS:
        _load_news(news, item, now, pictures)
    _load_campaign_pages(campaigns, pictures, legal["terms"], now)
    _load_competition_pages(contests, pictures)
    give_topics()
    _load_settings(legal)
    _fill_home(home, pictures, documents, index)
    return home


_CAMPAIGNS = {
    "teaser": "Kampagnen, bei denen alle mitmachen können: Fotos einreichen, abstimmen, Ergebnisse nachrechnen."
}
_CONTESTS = {"teaser": "Wettbewerbe und Aufrufe für Kommunen und ihre Partner, mit Jury, Fristen und Preisen."}
_NEWS = {"teaser": "Was im Bündnis geschieht, was in den Städten gelingt und wo wir uns treffen."}


def _home() -> HomePage:
    site = Site.objects.get(is_default_site=True)
    return HomePage.objects.get(pk=site.root_page_id)


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


def _reviewed(story: Story, now: datetime) -> date:
    """When somebody last read it: one page is due again, so that the reminder has something to say."""
    return timezone.localdate(now) - timedelta(days=400 if story.slug == "datenschutz" else 60)


def _load_story(parent: Page, story: Story, pictures: Pictures, *, reviewed_on: date | None = None) -> StandardPage:
    page = published(
        parent,
        StandardPage,
        story.slug,
        title=story.title,
        teaser=story.teaser,
        image=pictures.get(story.picture),
        show_in_menus=story.in_menu,
        body=list(story.body),
        reviewed_on=reviewed_on,
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
    published(
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
        published(
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
        published(
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
    partners = DeclarationPage.objects.filter(slug="partner-werden").first()
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


def _fill_home(home: HomePage, pictures: Pictures, documents: list[SiteDocument], index: GroupIndexPage) -> None:
    """Write the start page once; an editor's later changes stay."""
    if len(home.sections):
        return
    home.headline, home.headline_second = "Die Stadt beginnt", "in der Mitte."
    home.teaser = (
        "Mehr als hundert Kommunen, Kammern, Verbände und Ministerien arbeiten in Thüringen zusammen, damit Menschen "
        "gern in die Innenstadt kommen: zum Wohnen, Arbeiten, Einkaufen, Bleiben."
    )
    home.image, home.image_night = pictures.get("hero"), pictures.get("hero_night")
    home.more_page = index
    home.sections = list(_sections(pictures, documents, index))
    home.save_revision().publish()


def _sections(
    pictures: Pictures, documents: list[SiteDocument], index: GroupIndexPage
) -> Iterable[tuple[str, dict[str, Any]]]:
    below = {page.slug: page for page in index.get_children()}
    projects = ProjectIndexPage.objects.live().first()
    yield "mission", {**alliance.MISSION, "page": index}
    yield "offers", {"campaigns": True, "competitions": True}
    yield "together", {**alliance.TOGETHER, "page": below["partner-werden"]}
    yield "groups", {"heading": "Drei Arbeitsgruppen", "items": [], "page": index}
    yield (
        "projects",
        {"heading": "Pilotprojekte", "items": [], "image": pictures.get("market"), "page": projects},
    )
    yield "dates", {"heading": "Termine", "items": [], "count": 8, "by_kind": True, "with_deadlines": True}
    yield "news", {"heading": "Aktuelles", "count": 4}
    yield "voices", {"items": list(alliance.VOICES)}
    yield "figures", dict(alliance.FIGURES)
    yield "documents", {"heading": "Dokumente", "items": documents[:5], "page": below["dokumente"]}
    yield "initiatives", {"heading": "Weitere Initiativen", "items": list(alliance.INITIATIVES)}
    yield "newsletter", dict(alliance.NEWSLETTER)
    yield "office", dict(alliance.OFFICE)
    yield "partners", dict(alliance.PARTNERS)
