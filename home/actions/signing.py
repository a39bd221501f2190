"""Becoming a partner: sign the declaration, confirm by mail, admit or refuse."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from cms.core import audit, mail
from cms.core.languages import active_language
from cms.core.refusals import Refused
from cms.core.tokens import new_token
from home.domain.signing import CONFIRM_WITHIN, TRANSITIONS, Signature, Step, may_confirm
from home.enums import SigningState
from home.models import DeclarationPage, Partner, PartnerApplication

if TYPE_CHECKING:
    from cms.accounts.models import User

KEEP_REFUSED = timedelta(days=180)


@transaction.atomic
def sign_declaration(*, page: DeclarationPage, read: str, signature: Signature, now: datetime) -> PartnerApplication:
    """Keep the signature and ask for a confirmation by mail. `read` is the fingerprint of the words that were shown."""
    if read != page.fingerprint:
        raise Refused(
            "changed",
            _("Der Wortlaut der Erklärung wurde gerade geändert. Bitte lesen Sie ihn noch einmal."),
            field="agree",
        )
    token, token_digest = new_token()
    fields = asdict(signature)
    signing = PartnerApplication.objects.create(
        municipality_id=fields.pop("town") or None,
        **fields,
        declaration_version=page.version,
        declaration_digest=page.fingerprint,
        token_digest=token_digest,
        created_at=now,
        language=active_language(),
    )
    _write(signing, "signing_confirm", url=_address("home:sign_confirm", token), until=now + CONFIRM_WITHIN)
    audit.record(action="home.signing.signed", target=signing, actor_label="visitor", now=now)
    return signing


def confirm_signing(*, signing: PartnerApplication, office_email: str, now: datetime) -> None:
    """Hand the signature over to the office; refused when the link is too old or one of the same name waits."""
    if not may_confirm(SigningState(signing.state), signed_at=signing.created_at, now=now):
        raise Refused("expired", _("Dieser Link gilt nicht mehr. Bitte unterzeichnen Sie noch einmal."))
    try:
        with transaction.atomic():
            _move(signing, Step.CONFIRM, confirmed_at=now)
            audit.record(action="home.signing.confirm", target=signing, actor_label="visitor", now=now)
            if office_email:
                url = _address("home_signing", signing.key)
                context = {"signing": _told(signing), "url": url}
                language = settings.LANGUAGE_CODE
                mail.send(template="home/mail/signing_office", to=office_email, context=context, language=language)
    except IntegrityError as error:
        raise Refused(
            "waits_already",
            _("Für diese Einrichtung liegt schon eine Unterzeichnung bei der Geschäftsstelle. Sie meldet sich."),
        ) from error


@transaction.atomic
def admit_partner(*, signing: PartnerApplication, by: User, now: datetime) -> Partner:
    """Make the institution a partner and send the way to its certificate."""
    if Partner.objects.filter(name__iexact=signing.organisation).exists():
        raise Refused("exists", _("Einen Partner mit diesem Namen gibt es schon. Lehnen Sie ab und sagen Sie, warum."))
    partner = Partner.objects.create(
        name=signing.organisation,
        kind=signing.kind,
        municipality=signing.municipality,
        about=signing.about,
        link=signing.link,
        joined_on=timezone.localdate(now),
        is_public=signing.wants_public,
    )
    token, token_digest = new_token()
    _move(signing, Step.ADMIT, partner=partner, token_digest=token_digest, decided_at=now, decided_by=by)
    _write(signing, "signing_admitted", url=_address("home:sign_certificate", token))
    audit.record(action="home.signing.admitted", target=signing, actor=by, now=now)
    return partner


@transaction.atomic
def refuse_partner(*, signing: PartnerApplication, reason: str, by: User, now: datetime) -> None:
    """Refuse with a reason that is mailed."""
    if not reason.strip():
        raise Refused(
            "reason", _("Bitte schreiben Sie, warum. Die Begründung geht mit der Mail hinaus."), field="reason"
        )
    _move(signing, Step.REFUSE, reason=reason.strip(), decided_at=now, decided_by=by)
    _write(signing, "signing_refused", reason=reason.strip())
    audit.record(action="home.signing.refused", target=signing, actor=by, now=now)


def purge_signings(now: datetime) -> int:
    """Delete what was never confirmed or was refused long ago; return how many (a rule of the retention table)."""
    unconfirmed = PartnerApplication.objects.filter(
        state=SigningState.UNCONFIRMED, created_at__lte=now - CONFIRM_WITHIN
    )
    refused = PartnerApplication.objects.filter(state=SigningState.REFUSED, decided_at__lte=now - KEEP_REFUSED)
    return unconfirmed.delete()[0] + refused.delete()[0]


def _move(signing: PartnerApplication, step: Step, **fields: Any) -> None:
    way = TRANSITIONS[step]
    moved = PartnerApplication.objects.filter(pk=signing.pk, state=way.source).update(state=way.target, **fields)
    if not moved:
        raise Refused("faster", _("Das ist inzwischen schon entschieden."))
    signing.refresh_from_db()


def _address(name: str, part: object) -> str:
    return settings.BASE_URL + reverse(name, args=[part])


def _told(signing: PartnerApplication) -> dict[str, str]:
    town = signing.municipality.label if signing.municipality else ""
    names = ("organisation", "about", "link", "signer", "signer_role", "declaration_version")
    return {**{name: getattr(signing, name) for name in names}, "kind": signing.get_kind_display(), "town": town}


def _write(signing: PartnerApplication, template: str, **more: Any) -> None:
    with translation.override(signing.language):  # the name of the kind as well
        mail.send(template=f"home/mail/{template}", to=signing.email, context={"signing": _told(signing), **more})
