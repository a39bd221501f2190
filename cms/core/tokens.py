"""Secrets for private links: the person holds the token, the database only its digest."""

from __future__ import annotations

import hashlib
import secrets

TOKEN_BYTES = 24


def new_token() -> tuple[str, str]:
    """Return a fresh token (32 characters, fit for an address) and its digest."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    return token, digest(token)


def digest(token: str) -> str:
    """Return the digest under which a token is stored (64 hexadecimal characters).

    The token has 192 random bits, so a plain hash cannot be turned back; unlike
    codes it needs no key and outlives a change of SECRET_KEY.
    """
    return hashlib.sha256(token.encode()).hexdigest()
