"""The alliance of the demo: partners, groups, projects, office, library, declaration; what exists stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from io import BytesIO

from django.core.files.base import ContentFile

from campaigns.models import Campaign
from cms.accounts.models import User
from cms.demo import people
from cms.demo.photos import rendered
from cms.demo.publishing import published
from cms.demo.stories import groups as stories
from cms.demo.stories.partners import PARTNERS, REFUSAL, SIGNINGS, PartnerStory
from cms.demo.stories.pilots import PILOTS, PROJECTS_TEASER, Pilot
from cms.demo.stories.topics import NEWS_TOPICS, PAPER_TOPICS, TOPICS
from cms.places.models import Municipality
from cms.places.queries import by_typed_name
from home.actions import admit_partner, confirm_signing, refuse_partner, sign_declaration
from home.domain.signing import Signature
from home.enums import ImageLicence
from home.models import (
    CampaignPage,
    CompetitionPage,
    DeclarationPage,
    DocumentLibraryPage,
    GroupDocument,
    GroupIndexPage,
    GroupPage,
    HomePage,
    KompassIndexPage,
    NewsPage,
    Partner,
    PartnerApplication,
    PartnerIndexPage,
    Person,
    ProjectIndexPage,
    ProjectPage,
    ProjectPicture,
    ProjectPlace,
    SiteDocument,
    SiteImage,
    TeamMember,
    TeamPage,
    Topic,
)

Pictures = Mapping[str, SiteImage]
MARKS = ("#0e3d32", "#b3371f", "#1d4e6b", "#7a5a12", "#4b2c63", "#14211d")
MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320" viewBox="0 0 320 320">'
    '<rect width="320" height="320" fill="#ffffff"/><path d="M40 {a}H200L280 160 200 {b}H40z" fill="{ink}"/>'
    '<circle cx="{c}" cy="160" r="34" fill="#ffffff"/></svg>'
)


def load_alliance(home: HomePage, pictures: Pictures, documents: Sequence[SiteDocument]) -> GroupIndexPage:
    """Everything below /buendnis/ and /projekte/; returns the page of the alliance."""
    _load_topics()
    _load_partners()
    index = published(
        home, GroupIndexPage, "buendnis", title="Bündnis", teaser=stories.ALLIANCE_TEASER, show_in_menus=True,
        image=pictures.get("castle"), body=list(stories.ALLIANCE_BODY),
    )  # fmt: skip
    papers = {document.title: document for document in documents}
    groups = {story.slug: _load_group(index, story, papers) for story in stories.GROUPS}
    _load_around(index)
    projects = published(
        home, ProjectIndexPage, "projekte", title="Projekte", teaser=PROJECTS_TEASER, show_in_menus=True,
        image=pictures.get("market"),
    )  # fmt: skip
    for pilot in PILOTS:
        _load_project(projects, pilot, groups, pictures)
    return index


def _load_topics() -> None:
    for slug, name in TOPICS.items():
        Topic.objects.get_or_create(slug=slug, defaults={"name": name})


def give_topics() -> None:
    """Sort news and documents by topic, where nobody has done so yet."""
    topics = {topic.slug: topic for topic in Topic.objects.all()}
    for slug, names in NEWS_TOPICS.items():
        for page in NewsPage.objects.filter(slug=slug, topics=None):
            page.topics.set([topics[name] for name in names])
            page.save_revision().publish()
    for title, names in PAPER_TOPICS.items():
        for document in SiteDocument.objects.filter(title=title, topics=None):
            document.topics.set([topics[name] for name in names])


def _load_partners() -> None:
    for number, story in enumerate(PARTNERS):
        if not Partner.objects.filter(name=story.name).exists():
            Partner.objects.create(
                name=story.name,
                kind=story.kind,
                municipality=_town(story.town),
                about=story.about,
                joined_on=date(*story.joined),
                link=f"https://www.example.org/partner/{number}" if story.has_logo else "",
                logo=_logo(story, number) if story.has_logo else None,
            )


def _logo(story: PartnerStory, number: int) -> SiteImage:
    """A mark in the manner of our arms, a different one for each."""
    reach = 40 + 13 * (number % 6)
    svg = MARK.format(a=160 - reach, b=160 + reach, c=90 + 20 * (number % 5), ink=MARKS[number % len(MARKS)])
    out = BytesIO()
    rendered(svg, width=320, height=320).save(out, format="PNG")
    image = SiteImage(
        title=f"Zeichen: {story.name}",
        description=f"Zeichen von {story.name}, für die Vorführung erfunden",
        author="Stadtblick, eigene Zeichnung",
        licence=ImageLicence.CC0,
    )
    image.file.save(f"zeichen-{number}.png", ContentFile(out.getvalue()), save=False)
    image.save()
    return image


def _town(name: str) -> Municipality | None:
    found = by_typed_name(name) if name else []
    return max(found, key=lambda town: town.population, default=None)


def _load_group(index: GroupIndexPage, story: stories.GroupStory, papers: Mapping[str, SiteDocument]) -> GroupPage:
    page = published(
        index, GroupPage, story.slug, title=story.title, teaser=story.teaser, short_name=story.short_name,
        rhythm=story.rhythm, lead=Partner.objects.filter(name=story.lead).first(),
        contact=f"{story.slug}@example.org", body=list(story.body),
    )  # fmt: skip
    if not page.documents.exists():
        chosen = [papers[title] for title in story.documents if title in papers]
        page.documents = [GroupDocument(document=document, sort_order=n) for n, document in enumerate(chosen)]
        page.save_revision().publish()
    return page


def _load_around(index: GroupIndexPage) -> None:
    """Directory, declaration, office, library."""
    published(index, PartnerIndexPage, "partner", title="Partner", teaser=stories.DIRECTORY_TEASER)
    published(
        index, DeclarationPage, "partner-werden", title="Partner werden", teaser=stories.DECLARATION_TEASER,
        body=[("steps", stories.DECLARATION_STEPS)], declaration=stories.DECLARATION,
        version=stories.DECLARATION_VERSION,
    )  # fmt: skip
    team = published(
        index, TeamPage, "geschaeftsstelle", title="Geschäftsstelle", teaser=stories.OFFICE_TEASER,
        body=list(stories.OFFICE_BODY),
    )  # fmt: skip
    if not team.members.exists():
        staff = [
            Person.objects.get_or_create(role=role, defaults={"duties": duties, "email": address})[0]
            for role, duties, address in stories.OFFICE
        ]
        team.members = [TeamMember(person=person, sort_order=n) for n, person in enumerate(staff)]
        team.save_revision().publish()
    published(index, DocumentLibraryPage, "dokumente", title="Dokumente", teaser=stories.LIBRARY_TEASER)


def _load_project(index: ProjectIndexPage, pilot: Pilot, groups: Mapping[str, GroupPage], pictures: Pictures) -> None:
    page = published(
        index, ProjectPage, pilot.slug, title=pilot.title, teaser=pilot.teaser, status=pilot.status,
        status_note=pilot.status_note, group=groups[pilot.group], target_groups=pilot.target_groups,
        carriers=pilot.carriers, area=pilot.area, image=pictures.get(pilot.picture),
        body=[("paragraph", "".join(f"<p>{text}</p>" for text in pilot.paragraphs))],
        implementation=pilot.implementation,
    )  # fmt: skip
    if page.places.exists() or page.pictures.exists():
        return
    towns = [(_town(name), note) for name, note in pilot.places]
    page.places = [
        ProjectPlace(municipality=town, note=note, sort_order=n) for n, (town, note) in enumerate(towns) if town
    ]
    shown = [(pictures.get(name), caption) for name, caption in pilot.pictures]
    page.pictures = [
        ProjectPicture(image=image, caption=caption, sort_order=n) for n, (image, caption) in enumerate(shown) if image
    ]
    page.save_revision().publish()


def load_offers_of_projects() -> None:
    """Let projects lead to their campaign, their contest, the KOMPASS, once those have a page."""
    campaign = Campaign.objects.order_by("-voting_opens").first()
    wanted = {
        "der-schoenste-blick-der-stadt": CampaignPage.objects.live().filter(campaign=campaign).first(),
        "innenstadt-wettbewerb": CompetitionPage.objects.live().order_by("pk").first(),
        "kompass": KompassIndexPage.objects.live().first(),
    }
    for slug, target in wanted.items():
        page = ProjectPage.objects.filter(slug=slug, offer_page=None).first()
        if page is not None and target is not None:
            page.offer_page = target
            page.save_revision().publish()


def load_signings(now: datetime) -> None:
    """Institutions that have signed: some wait, one was admitted, one refused; through the actions everybody uses."""
    page = DeclarationPage.objects.live().first()
    if page is None or PartnerApplication.objects.exists():
        return
    office = User.objects.get(email=people.OFFICE.email)
    for number, (organisation, kind, town, about, signer, role, fate) in enumerate(SIGNINGS):
        begun = now - timedelta(days=9 - 2 * number)
        seat = _town(town)
        signature = Signature(
            organisation=organisation, kind=kind, town=seat.ags if seat else "", about=about, link="",
            wants_public=True, signer=signer, signer_role=role, email=f"partner{number}@example.org",
        )  # fmt: skip
        signing = sign_declaration(page=page, read=page.fingerprint, signature=signature, now=begun)
        confirm_signing(signing=signing, office_email=people.OFFICE.email, now=begun + timedelta(hours=2))
        if fate == "admitted":
            admit_partner(signing=signing, by=office, now=begun + timedelta(days=1))
        elif fate == "refused":
            refuse_partner(signing=signing, reason=REFUSAL, by=office, now=begun + timedelta(days=1))
