"""Demo mails are files in DATA_DIR/demo-mail, newest first; they go when the demo is reset."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage as ParsedMessage
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

NAME = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]{16}")
STAMP = "%Y%m%dT%H%M%S%fZ"
KEEP = timedelta(days=30)


@dataclass(frozen=True)
class DemoMail:
    """One mail that somebody would have received."""

    key: str
    sent_at: datetime
    recipient: str
    subject: str
    text: str
    html: str


def folder() -> Path:
    """Return where the demo's mails lie."""
    return Path(settings.DATA_DIR) / "demo-mail"


def keep(message: EmailMessage) -> None:
    """Write one mail down, readable by our own user alone."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    now = timezone.now().astimezone(timezone.get_fixed_timezone(0))
    path = folder() / f"{now.strftime(STAMP)}-{secrets.token_hex(8)}.eml"
    path.write_bytes(message.message().as_bytes())
    path.chmod(0o600)


def mails(*, recipient: str = "", limit: int = 200) -> list[DemoMail]:
    """Return the newest mails, all or those to one address."""
    found = []
    for path in sorted(folder().glob("*.eml"), reverse=True):
        mail = read(path.stem)
        if mail is not None and (not recipient or recipient.casefold() in mail.recipient.casefold()):
            found.append(mail)
        if len(found) >= limit:
            break
    return found


def read(key: str) -> DemoMail | None:
    """Return one mail, None when there is none of this key."""
    path = folder() / f"{key}.eml"
    if NAME.fullmatch(key) is None or not path.is_file():
        return None
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(message, ParsedMessage)  # noqa: S101 - policy.default makes this class
    return DemoMail(
        key=key,
        sent_at=sent_at(key),
        recipient=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=_part(message, "plain"),
        html=_part(message, "html"),
    )


def delete(key: str) -> None:
    """Throw one mail away; none of this key is fine too."""
    if NAME.fullmatch(key) is not None:
        (folder() / f"{key}.eml").unlink(missing_ok=True)


def sent_at(key: str) -> datetime:
    """Return the moment that is written in a mail's key."""
    return datetime.strptime(key.partition("-")[0], STAMP).replace(tzinfo=timezone.get_fixed_timezone(0))


def _part(message: ParsedMessage, kind: str) -> str:
    body = message.get_body(preferencelist=(kind,))
    return body.get_content() if body is not None else ""


def delete_old(now: datetime) -> int:
    """Delete mails older than 30 days; return how many."""
    old = [path for path in folder().glob("*.eml") if NAME.fullmatch(path.stem) and sent_at(path.stem) < now - KEEP]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
