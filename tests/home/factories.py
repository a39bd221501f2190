"""Pages, pictures and files for tests."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from wagtail.models import Page, Site

from campaigns.enums import Phase
from cms.core.tokens import new_token
from competitions.models import Stage
from home.enums import PartnerKind, SigningState
from home.models import (
    CampaignIndexPage,
    CampaignPage,
    CompetitionIndexPage,
    CompetitionPage,
    DeclarationPage,
    GroupIndexPage,
    GroupPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    Partner,
    PartnerApplication,
    ProjectIndexPage,
    ProjectPage,
    SiteDocument,
    SiteImage,
    SitePage,
    StandardPage,
)
from tests.campaigns.factories import make_campaign
from tests.competitions.factories import make_stage

_numbers = count(1)
SECRET = b"geheime-kamera"
TEASER = "Ein Satz, der neugierig macht."


def phone_jpeg(width: int = 1600, height: int = 1200, *, orientation: int = 1) -> bytes:
    """A JPEG as a phone writes it: GPS, camera, XMP, comment, and bytes after the end."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    exif = Image.Exif()
    exif[Base.Make] = SECRET.decode()
    exif[Base.Orientation] = orientation
    exif.get_ifd(IFD.GPSInfo).update(
        {
            GPS.GPSLatitudeRef: "N",
            GPS.GPSLatitude: (50.0, 58.0, 41.0),
            GPS.GPSLongitudeRef: "E",
            GPS.GPSLongitude: (11.0, 1.0, 44.0),
        }
    )
    out = BytesIO()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + SECRET + b"</x:xmpmeta>"
    picture.save(out, "JPEG", quality=85, exif=exif, comment=SECRET, xmp=xmp)
    return out.getvalue() + SECRET


def upload(content: bytes, name: str = "IMG_0815.jpg", kind: str = "image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type=kind)


def make_image(title: str = "Marktplatz", **fields: Any) -> SiteImage:
    """A stored picture, small and quick."""
    out = BytesIO()
    Image.linear_gradient("L").resize((640, 480)).convert("RGB").save(out, "JPEG")
    values = {"title": title, "description": f"{title} im Regen", "author": "Ada Auge", **fields}
    image = SiteImage(**values)
    image.file.save("bild.jpg", ContentFile(out.getvalue()), save=False)
    image.save()
    return image


def make_document(title: str = "Zwischenbericht", **fields: Any) -> SiteDocument:
    document = SiteDocument(title=title, file_size=2048, **fields)
    document.file.save("bericht.pdf", ContentFile(b"%PDF-1.7 geheim"), save=False)
    document.save()
    return document


def home_page() -> HomePage:
    """The start page that the migration made."""
    return HomePage.objects.get(pk=Site.objects.get(is_default_site=True).root_page_id)


def child(parent: Page, kind: type[SitePage], **fields: Any) -> Any:
    """A published page below `parent`."""
    number = next(_numbers)
    values = {"title": f"Seite {number}", "slug": f"seite-{number}", "teaser": TEASER, **fields}
    page = kind(**values)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def make_standard(parent: Page | None = None, **fields: Any) -> StandardPage:
    return child(parent or home_page(), StandardPage, **{"body": [("paragraph", "<p>Text</p>")], **fields})


def make_news_index(**fields: Any) -> NewsIndexPage:
    return child(home_page(), NewsIndexPage, **{"title": "Aktuelles", "slug": "aktuelles", **fields})


def make_news(index: NewsIndexPage, *, days_ago: int = 0, **fields: Any) -> NewsPage:
    values = {"date": timezone.localdate() - timedelta(days=days_ago), "body": [("paragraph", "<p>Text</p>")], **fields}
    return child(index, NewsPage, **values)


def news_of(year: int, index: NewsIndexPage) -> NewsPage:
    return make_news(index, date=date(year, 5, 1), title=f"Aus {year}", slug=f"aus-{year}")


def make_campaign_page(phase: Phase = Phase.VOTING, **fields: Any) -> CampaignPage:
    """The page of a campaign that is in `phase` now."""
    index = CampaignIndexPage.objects.first() or child(
        home_page(), CampaignIndexPage, title="Mitmachen", slug="kampagnen", show_in_menus=True
    )
    campaign = make_campaign(phase, now=timezone.now())
    return child(index, CampaignPage, **{"title": campaign.title, "campaign": campaign, **fields})


def make_competition_page(**fields: Any) -> CompetitionPage:
    """The page of a competition that takes applications now."""
    index = CompetitionIndexPage.objects.first() or child(
        home_page(), CompetitionIndexPage, title="Wettbewerbe", slug="wettbewerbe", show_in_menus=True
    )
    number = next(_numbers)
    now = timezone.now()
    dates = {
        "opens_at": now - timedelta(days=5),
        "closes_at": now + timedelta(days=40),
        "jury_opens_at": now + timedelta(days=50),
        "jury_closes_at": now + timedelta(days=80),
    }
    stage: Stage = make_stage(slug=f"wettbewerb-{number}", **dates)
    values = {"title": "Innenstadt-Wettbewerb", "competition": stage.competition, "eligible": "Städte", **fields}
    return child(index, CompetitionPage, **values)


def make_alliance(**fields: Any) -> GroupIndexPage:
    return child(home_page(), GroupIndexPage, **{"title": "Bündnis", "slug": "buendnis", **fields})


def make_group(index: GroupIndexPage | None = None, **fields: Any) -> GroupPage:
    return child(index or GroupIndexPage.objects.first() or make_alliance(), GroupPage, **fields)


def make_project(**fields: Any) -> ProjectPage:
    index = ProjectIndexPage.objects.first() or child(home_page(), ProjectIndexPage, title="Projekte", slug="projekte")
    return child(index, ProjectPage, **fields)


def make_partner(name: str = "", **fields: Any) -> Partner:
    values = {"name": name or f"Verein {next(_numbers)}", "kind": PartnerKind.NETWORK, **fields}
    return Partner.objects.create(**values)


def make_declaration(**fields: Any) -> DeclarationPage:
    values = {"title": "Partner werden", "declaration": "<p>Wir wollen.</p>", "version": "Fassung von heute", **fields}
    return child(home_page(), DeclarationPage, **values)


def make_signing(
    page: DeclarationPage, *, state: SigningState = SigningState.WAITING, now: datetime | None = None, **fields: Any
) -> tuple[PartnerApplication, str]:
    """A signature and the token of its private link."""
    token, token_digest = new_token()
    values = {
        "organisation": f"Verein {next(_numbers)}",
        "kind": PartnerKind.NETWORK,
        "signer": "Uta Unterschrift",
        "signer_role": "Vorsitz",
        "email": "verein@example.org",
        "declaration_version": page.version,
        "declaration_digest": page.fingerprint,
        "created_at": now or timezone.now(),
        **fields,
    }
    return PartnerApplication.objects.create(state=state, token_digest=token_digest, **values), token
