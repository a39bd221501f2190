"""One person, one key: normalises an e-mail address for comparison and turns it into a keyed hash."""

from __future__ import annotations

import hmac
import re
import unicodedata
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

import idna

_GMAIL: Final = frozenset({"gmail.com", "googlemail.com"})
# Large providers that deliver `name+anything@` to `name@`.
_PLUS_TAGS: Final = _GMAIL | {
    "fastmail.com",
    "hotmail.com",
    "hotmail.de",
    "icloud.com",
    "live.com",
    "live.de",
    "mac.com",
    "mailbox.org",
    "me.com",
    "outlook.com",
    "outlook.de",
    "pm.me",
    "posteo.de",
    "proton.me",
    "protonmail.com",
}
_LOCAL: Final = re.compile(r"[^\s@\"<>(),:;\[\]\\\x00-\x20\x7f]{1,64}")
_LABEL: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


class AddressError(ValueError):
    """The text is no e-mail address that mail could reach."""


@dataclass(frozen=True, slots=True)
class Voter:
    """Somebody who has proven to read mail at an address; the address itself is for the receipt mail only."""

    address: str = field(repr=False)
    key: str
    author_key: str
    is_disposable: bool = False


def normalise(address: str) -> str:
    """The form in which two spellings of one mailbox are equal; for keys only, never to send mail to.

    NFKC, lower case, domain as IDNA; plus-tags of the large providers and the dots of Gmail dropped.
    """
    local, at, domain = unicodedata.normalize("NFKC", address).strip().lower().rpartition("@")
    if not at or not _LOCAL.fullmatch(local) or local.startswith(".") or local.endswith(".") or ".." in local:
        raise AddressError("local part")
    domain = _ascii_domain(domain)
    if domain in _PLUS_TAGS:
        local = local.partition("+")[0] or local
    if domain in _GMAIL:
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}"


def _ascii_domain(domain: str) -> str:
    try:
        ascii_form = idna.encode(domain.rstrip("."), uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise AddressError("domain") from error
    labels = ascii_form.split(".")
    if len(labels) < 2 or len(ascii_form) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise AddressError("domain")
    return ascii_form


def voter_key(address: str, secret: bytes) -> str:
    """HMAC-SHA256 of the normalised address under the campaign's own secret, 64 hexadecimal digits."""
    return _keyed(b"voter", address, secret)


def author_key(address: str, secret: bytes) -> str:
    """Like `voter_key`, but of another family: an author's row never shows which ballot is the author's."""
    return _keyed(b"author", address, secret)


def _keyed(family: bytes, address: str, secret: bytes) -> str:
    if len(secret) < 32:
        raise ValueError("the secret of a campaign has at least 32 bytes")
    return hmac.new(secret, family + b"\x00" + normalise(address).encode(), sha256).hexdigest()


def domain_of(address: str) -> str:
    """The domain of the normalised address."""
    return normalise(address).rpartition("@")[2]


def masked(address: str) -> str:
    """The address as a page may show it back: „l…e@example.org“."""
    local, _at, domain = address.strip().rpartition("@")
    return f"{local[:1]}…{local[-1:] if len(local) > 2 else ''}@{domain}"
