"""Instagram: fetch posts, write to their authors, let an author begin an entry with the own photo, forget the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q

from campaigns import instagram
from campaigns.actions.submitting import Started, start_entry
from campaigns.domain.entries import submission_phase_refusal
from campaigns.domain.reasons import Reason
from campaigns.enums import Phase, PostState
from campaigns.models import Campaign, InstagramPost
from campaigns.queries import in_phase
from campaigns.refusals import refused
from cms.accounts.models import User
from cms.core import audit
from cms.core.storages import private_storage, random_name
from cms.core.tokens import new_token

KEEP_POSTS = timedelta(days=30)
OPEN = (PostState.FOUND, PostState.INVITED)


@dataclass(frozen=True, slots=True)
class Fetched:
    """How many posts are new, how many were no photo; `problem` is a code of GraphProblem."""

    new: int = 0
    skipped: int = 0
    problem: str = ""


def import_posts(*, campaign: Campaign, accounts: list[str], now: datetime) -> Fetched:
    """Fetch what is new under the campaign's hashtag. A post is stored once; its photo lies in the private store."""
    if reason := submission_phase_refusal(campaign.phase(now)):
        raise refused(reason)
    new = skipped = 0
    try:
        answers = [instagram.posts_with(campaign.hashtag)] if campaign.hashtag else []
        answers += [instagram.posts_of_account(name, campaign.hashtag) for name in accounts if campaign.hashtag]
        for answer in answers:
            skipped += answer.skipped
            new += sum(_keep(campaign, post, now) for post in answer.posts)
    except instagram.GraphProblem as problem:
        return Fetched(new, skipped, problem.code)
    return Fetched(new, skipped)


def _keep(campaign: Campaign, post: instagram.Post, now: datetime) -> bool:
    """Store a post that is new; its address is asked for the photo once."""
    known = InstagramPost.objects.filter(campaign=campaign, media_id=post.media_id)
    if known.exists():
        return False
    name = private_storage.save(random_name("instagram", ".jpg"), ContentFile(instagram.photo_of(post.media_url)))
    is_web = post.permalink.startswith("https://www.instagram.com/")
    _post, is_new = InstagramPost.objects.get_or_create(
        campaign=campaign,
        media_id=post.media_id,
        defaults={
            "permalink": post.permalink[:500] if is_web else "",
            "username": post.username,
            "caption": post.caption[:2200],
            "posted_at": post.posted_at,
            "photo": name,
            "fetched_at": now,
        },
    )
    if not is_new:
        private_storage.delete(name)
    return is_new


@transaction.atomic
def invite_author(*, post: InstagramPost, by: User, now: datetime) -> str:
    """Make a link for the author and return its token; an earlier one no longer works."""
    token, digest = new_token()
    if not InstagramPost.objects.filter(pk=post.pk, state__in=OPEN).update(state=PostState.INVITED, digest=digest):
        raise refused(Reason.SOMEBODY_FASTER)
    audit.record(action="campaigns.instagram.invited", target=post, actor=by, now=now)
    return token


@transaction.atomic
def dismiss_post(*, post: InstagramPost, by: User, now: datetime) -> None:
    """It does not take part. Photo and words go at once; the number stays, so that it is not fetched again."""
    dismissed = InstagramPost.objects.filter(pk=post.pk, state__in=OPEN)
    if not dismissed.update(state=PostState.DISMISSED, caption="", username="", permalink="", digest="", photo=""):
        raise refused(Reason.SOMEBODY_FASTER)
    transaction.on_commit(lambda: private_storage.delete(post.photo))
    audit.record(action="campaigns.instagram.dismissed", target=post, actor=by, now=now)


@transaction.atomic
def confirm_post(*, post: InstagramPost, now: datetime) -> Started:
    """The author says „my photo“: it becomes a draft that goes through the ordinary steps. Raises PhotoRefused."""
    invited = InstagramPost.objects.filter(pk=post.pk, state=PostState.INVITED)
    if not invited.update(state=PostState.CONFIRMED, digest=""):
        raise refused(Reason.SOMEBODY_FASTER)
    with private_storage.open(post.photo, "rb") as file:
        started = start_entry(campaign=post.campaign, photo=ContentFile(file.read(), name="instagram.jpg"), now=now)
    InstagramPost.objects.filter(pk=post.pk).update(entry=started.entry)
    return started


def import_all(*, accounts: list[str], now: datetime) -> int:
    """For the clock: fetch for every campaign that takes photos; return how many posts are new."""
    if not instagram.is_enabled():
        return 0
    campaigns = in_phase(Phase.SUBMISSION, now=now).exclude(hashtag="")
    return sum(import_posts(campaign=campaign, accounts=accounts, now=now).new for campaign in campaigns)


def forget_posts(now: datetime) -> int:
    """Delete posts a month after they were fetched, with their photos; return how many."""
    old = InstagramPost.objects.filter(Q(fetched_at__lt=now - KEEP_POSTS))
    for post in old.exclude(photo="").only("photo"):
        private_storage.delete(post.photo)
    return old.delete()[0]
