"""What the newsletter reads: who gets an issue, how far it has come, whose link this is, what an issue tells."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from cms.core import tokens
from cms.core.models import OutgoingMail
from cms.core.templatetags.stadtblick import moment
from home.domain.newsletter import CONFIRM_WITHIN, Progress
from home.enums import DeliveryState, IssueState, SubscriberState
from home.models import NewsletterDelivery, NewsletterIssue, NewsletterItem, NewsletterTopic, SiteSettings, Subscriber


def offered_topics() -> QuerySet[NewsletterTopic]:
    """Return what can be chosen now."""
    return NewsletterTopic.objects.filter(is_offered=True)


def readers_of(issue: NewsletterIssue) -> QuerySet[Subscriber]:
    """Return who gets this issue: confirmed addresses with one of its topics; with no topic, all."""
    topics = [topic.pk for topic in issue.topics.all()]
    readers = Subscriber.objects.confirmed()
    if not topics:
        return readers
    chosen = Subscriber.topics.through.objects.filter(newslettertopic_id__in=topics, subscriber_id=OuterRef("pk"))
    return readers.filter(Exists(chosen))


def dead_deliveries() -> QuerySet[NewsletterDelivery]:
    """Return deliveries whose mail the server has refused for good."""
    dead = OutgoingMail.objects.filter(pk=OuterRef("mail_key"), due_at=None)
    return NewsletterDelivery.objects.filter(Exists(dead), state=DeliveryState.HANDED)


def progress_of(issue: NewsletterIssue) -> Progress:
    """Count how far an issue has come; one query."""
    mail = OutgoingMail.objects.filter(pk=OuterRef("mail_key"))
    rows = issue.deliveries.annotate(dead=Exists(mail.filter(due_at=None)), alive=Exists(mail.exclude(due_at=None)))
    handed = Q(state=DeliveryState.HANDED)
    found = rows.aggregate(
        total=Count("pk"),
        waiting=Count("pk", filter=Q(state=DeliveryState.WAITING)),
        under_way=Count("pk", filter=handed & Q(alive=True)),
        failed=Count("pk", filter=Q(state=DeliveryState.FAILED) | handed & Q(dead=True)),
    )
    return Progress(**found)


def sent_issues() -> QuerySet[NewsletterIssue]:
    """Return the archive, newest first."""
    return NewsletterIssue.objects.filter(state=IssueState.SENT).order_by("-started_at", "-pk")


def unfinished_issues(begun_before: datetime) -> QuerySet[NewsletterIssue]:
    """Return issues with readers who still wait or could not be reached, the oldest first."""
    mine = NewsletterDelivery.objects.filter(issue=OuterRef("pk"))
    dead = dead_deliveries().filter(issue=OuterRef("pk"))
    stuck = Exists(mine.filter(state=DeliveryState.WAITING)) | Exists(
        mine.filter(state=DeliveryState.FAILED, subscriber__isnull=False)
    )
    begun = NewsletterIssue.objects.filter(started_at__lt=begun_before).exclude(state=IssueState.DRAFT)
    return begun.filter(stuck | Exists(dead)).order_by("started_at")


def begun_issues() -> QuerySet[NewsletterIssue]:
    """Return issues that readers may already hold in their hands, sent or on the way."""
    return NewsletterIssue.objects.exclude(state=IssueState.DRAFT)


def subscriber_by_confirmation(token: str, now: datetime) -> Subscriber | None:
    """Return whose confirmation this is, as long as it may be given."""
    waiting = Subscriber.objects.filter(state=SubscriberState.PENDING, asked_at__gt=now - CONFIRM_WITHIN)
    return waiting.filter(confirm_digest=tokens.digest(token)).first()


def subscriber_by_link(token: str) -> Subscriber | None:
    """Return whose private link this is: the one of the last letter about the subscription, or of any issue."""
    digest = tokens.digest(token)
    found = Subscriber.objects.confirmed().filter(link_digest=digest).first()
    if found is None:
        delivery = NewsletterDelivery.objects.filter(link_digest=digest).select_related("subscriber").first()
        found = delivery.subscriber if delivery else None
    return found


def answer_address() -> str:
    """Return where an answer to an issue goes: the office."""
    found = SiteSettings.objects.filter(site=Site.objects.filter(is_default_site=True).first()).first()
    return found.email if found else ""


def chosen_pages(issue: NewsletterIssue) -> list[tuple[NewsletterItem, Page, bool]]:
    """Return (item, its page, whether everybody may read it) in the issue's order."""
    items = list(issue.items.all())
    ids = [item.page_id for item in items]
    pages = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific(defer=False)}
    public = set(Page.objects.live().public().filter(pk__in=ids).values_list("pk", flat=True))
    return [(item, pages[item.page_id], item.page_id in public) for item in items if item.page_id in pages]


def contents_of(issue: NewsletterIssue) -> list[dict[str, str]]:
    """Return what an issue tells: as it was sent, or as it would be sent now."""
    if issue.state != IssueState.DRAFT:
        found: list[dict[str, str]] = issue.contents
        return found
    return [_told(item, page) for item, page, _is_public in chosen_pages(issue)]


# What readers call a page, where the editors' word for its type is another one.
KIND_WORDS = {"campaignpage": _("Mitmachen"), "competitionpage": _("Wettbewerb"), "homepage": _("Start")}


def _told(item: NewsletterItem, page: Page) -> dict[str, str]:
    parts = page.get_url_parts()
    start = getattr(page, "start", None)
    place = getattr(page, "place", "")
    facts = [moment(start) if isinstance(start, datetime) else "", place if isinstance(place, str) else ""]
    kind = page.specific_class._meta
    return {
        "kind": str(KIND_WORDS.get(kind.model_name, kind.verbose_name)),
        "title": page.title,
        "facts": ", ".join(fact for fact in facts if fact),
        "text": item.text or getattr(page, "teaser", ""),
        "path": parts[2] if parts else "/",
    }
