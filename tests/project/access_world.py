"""Everything that the table of addresses and roles talks about: people and what belongs to them."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.test import Client

from campaigns.domain.towns import town_slug
from campaigns.enums import EntryState, LinkPurpose, Phase, ReportReason
from campaigns.models import Ballot, BallotCase, EntryReport, ReasonText, SetAside
from campaigns.notices import new_link
from cms.accounts.models import User
from competitions.actions import ask_question, recuse
from competitions.models import Application, ApplicationEditor, FormVersion
from home.enums import SigningState
from home.models import Feedback, Topic
from tests.accounts.conftest import pass_second_factor
from tests.accounts.factories import make_cast_member
from tests.campaigns.factories import make_campaign, make_entry
from tests.competitions import factories
from tests.competitions.factories import DAY, JUDGING
from tests.home.events import make_event, make_event_index, make_form, make_registration
from tests.home.factories import make_declaration, make_signing
from tests.project import access_knowledge, access_members

NOW = JUDGING
WITH_FACTOR = {"editor", "moderator", "office", "admin"}
ROLES = (
    "stranger", "outsider", "lead", "rival", "coeditor", "juror", "recused", "other_juror",
    "editor", "moderator", "office", "admin", "no_factor",
)  # fmt: skip


def people() -> dict[str, User]:
    """One account per role; `no_factor` is an administrator who has not shown a second factor."""
    parts = {"outsider": "outsider", "lead": "applicant", "rival": "rival", "coeditor": "entrant"}
    staff = {part: part for part in ("editor", "moderator", "office", "admin")}
    return {role: make_cast_member(part) for role, part in {**parts, **staff}.items()}


def build() -> SimpleNamespace:
    """Return `users` by role and `names`: what the placeholders of the table stand for."""
    users = people()
    names: dict[str, Any] = {**competitions(users), **campaign(), "nobody": "00000000-0000-4000-8000-000000000000"}
    names |= dates()
    feedback = Feedback.objects.create(kind="hint", message="Die Bank fehlt.", created_at=NOW)
    names["pk"]["hinweise"] = feedback.pk
    names |= signing()
    for more in (access_members.newsletter(NOW), access_members.area(users, NOW)):
        names["pk"] |= more.pop("pk")
        names |= more
    known = access_knowledge.knowledge(users["editor"], NOW)
    names["pk"] |= known.pop("pk")
    names |= known
    names["pk"]["kampagnen"] = names.pop("campaign_pk")
    names["pk"]["textbausteine"] = ReasonText.objects.create(kind="reject", title="Zu dunkel", text="Zu dunkel.").pk
    names["pk"]["kommunen"] = factories.make_municipality().pk
    return SimpleNamespace(users=users, names=names)


def signing() -> dict[str, Any]:
    """A topic, and a signature that waits for the office."""
    page = make_declaration()
    waiting, token = make_signing(page, state=SigningState.WAITING, now=NOW)
    topic = Topic.objects.create(name="Klima", slug="klima")
    return {"signing": waiting.key, "signing_token": token, "topic": topic.slug}


def dates() -> dict[str, Any]:
    """An event that somebody registered for, and a form."""
    event = make_event(make_event_index(), start=NOW + timedelta(days=9), takes_registrations=True)
    one = make_registration(event, "wer@example.org", "pending")
    return {"event": event.key, "registration": one.token, "registered": one.key, "form": make_form().translation_key}


def competitions(users: dict[str, User]) -> dict[str, Any]:
    """One stage that is judged, one that takes applications, each with the people who belong to it."""
    office, lead, rival = users["office"], users["lead"], users["rival"]
    judged = factories.make_stage(slug="bewertet")
    award = factories.make_awards(judged)[0]
    candidate = factories.make_candidate(judged, lead, office)
    juror = factories.make_juror(judged, office, "juror@example.org", name="Juri Jury")
    recused = factories.make_juror(judged, office, "recused@example.org", name="Bea Befangen")
    assigned = {given.member_id: given for given in factories.assign_all(judged, office)}
    recuse(assignment=assigned[recused.pk], reason="Ich berate die Stadt.", by=recused.user, now=NOW)
    dates = {
        "opens_at": NOW - DAY,
        "closes_at": NOW + DAY,
        "jury_opens_at": NOW + 2 * DAY,
        "jury_closes_at": NOW + 3 * DAY,
    }
    taking = factories.make_stage(slug="offen", **dates)
    other = factories.make_juror(taking, office, "other@example.org", name="Jana Jury")
    draft = factories.fill(factories.make_draft(taking, lead, now=NOW), now=NOW)
    rivals = factories.fill(factories.make_draft(taking, rival, now=NOW), title="Ein Platz", now=NOW)
    sent = candidate.application
    for application in (draft, sent):
        _let_edit(application, users["coeditor"])
    users.update(juror=juror.user, recused=recused.user, other_juror=other.user)
    return {
        "judged": "bewertet",
        "taking": "offen",
        "draft": draft.code,
        "draft_file": draft.files.get().key,
        "sent": sent.code,
        "sent_file": sent.files.get().key,
        "rivals": rivals.code,
        "rivals_file": rivals.files.get().key,
        "enquiry": ask_question(stage=judged, text="Bis wann?", email="wer@example.org", now=NOW).key,
        "candidate": candidate.key,
        "candidate_file": candidate.files.get().key,
        "pk": {
            "wettbewerbe": judged.competition_id,
            "stufen": judged.pk,
            "formulare": FormVersion.objects.get(stage=judged).pk,
            "kriterien": judged.criteria.first().pk,
            "preise": award.pk,
        },
    }


def _let_edit(application: Application, user: User) -> None:
    ApplicationEditor.objects.create(application=application, user=user, invited_at=NOW, accepted_at=NOW)


def campaign() -> dict[str, Any]:
    """One campaign that takes entries, one in which votes are cast, one with a doubtful ballot to decide on."""
    submission = make_campaign(Phase.SUBMISSION, now=NOW)
    voting = make_campaign(Phase.VOTING, now=NOW, has_jury_final=True)
    draft = make_entry(submission, EntryState.DRAFT, with_files=True)
    minor = make_entry(
        submission, EntryState.SUBMITTED, with_files=True, age="minor", guardian_email="eltern@example.org"
    )
    public = make_entry(voting, EntryState.APPROVED, with_files=True)
    report = EntryReport.objects.create(entry=public, reason=ReportReason.values[0], created_at=NOW)
    doubtful = make_ballot(voting)
    return {
        "campaign": submission.slug,
        "campaign_pk": submission.pk,
        "voting": voting.slug,
        "token": new_link(draft, LinkPurpose.AUTHOR, NOW),
        "guardian": new_link(minor, LinkPurpose.GUARDIAN, NOW),
        "draft_entry": draft.code,
        "entry": minor.code,
        "public": public.code,
        "town": town_slug(public.municipality.pk, public.municipality.name),
        "report": report.key,
        "ballot": doubtful.pk,
        "case": doubtful.case.key,
        "photo": public.rendition_url(480).removeprefix("/medien/"),
        "original": public.original,
    }


def make_ballot(voting: Any) -> SetAside:
    ballot = Ballot.objects.create(campaign=voting, voter_key="0" * 64, receipt="TEST-0001", cast_at=NOW)
    case = BallotCase.objects.create(
        campaign=voting, kind="disposable", begins_at=NOW, ends_at=NOW, created_at=NOW - timedelta(hours=1)
    )
    moment = NOW - timedelta(hours=1)
    return SetAside.objects.create(ballot=ballot, case=case, doubts=["disposable"], created_at=moment)


def enter(users: dict[str, User], role: str) -> Client:
    """Return a browser in which somebody of this role is logged in, staff with the second factor."""
    client = Client()
    if role == "stranger":
        return client
    user = users["admin" if role == "no_factor" else role]
    client.force_login(user)
    if role in WITH_FACTOR:
        pass_second_factor(client, user)
    return client
