from __future__ import annotations

import re

from cms.core.tokens import digest, new_token


def test_new_token_fits_into_an_address() -> None:
    token, _digest = new_token()

    assert re.fullmatch(r"[A-Za-z0-9_-]{32}", token)


def test_new_token_returns_its_own_digest() -> None:
    token, held = new_token()

    assert held == digest(token)
    assert re.fullmatch(r"[0-9a-f]{64}", held)
    assert token not in held


def test_new_tokens_differ() -> None:
    assert len({new_token() for _round in range(100)}) == 100


def test_digest_survives_a_change_of_the_secret_key(settings) -> None:
    before = digest("abc")
    settings.SECRET_KEY = "another" * 10

    assert digest("abc") == before
