from __future__ import annotations

import pytest

from campaigns.domain.addresses import AddressError, Voter, author_key, domain_of, masked, normalise, voter_key

SECRET = b"s" * 32


@pytest.mark.parametrize(
    "typed, normal",
    [
        ("anna@example.org", "anna@example.org"),
        ("  Anna@Example.ORG ", "anna@example.org"),
        ("ａｎｎａ@example.org", "anna@example.org"),  # full-width letters, NFKC
        ("anna@müller.example", "anna@xn--mller-kva.example"),
        ("anna@MÜLLER.example", "anna@xn--mller-kva.example"),
        ("anna@straße.example", "anna@xn--strae-oqa.example"),  # IDNA 2008 keeps ß apart from ss
        ("anna@example.org.", "anna@example.org"),
        ("anna+blick@gmail.com", "anna@gmail.com"),
        ("an.na@gmail.com", "anna@gmail.com"),
        ("an.na+x@googlemail.com", "anna@gmail.com"),
        ("anna+blick@outlook.com", "anna@outlook.com"),
        ("an.na@outlook.com", "an.na@outlook.com"),
        ("anna+blick@example.org", "anna+blick@example.org"),  # elsewhere a plus may be part of the name
        ("+tag@gmail.com", "+tag@gmail.com"),
        ("müller@example.org", "müller@example.org"),
    ],
)
def test_normalise_makes_spellings_of_one_mailbox_equal(typed: str, normal: str) -> None:
    assert normalise(typed) == normal
    assert normalise(normal) == normal


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "anna",
        "@example.org",
        "anna@",
        "anna@localhost",
        "anna@ example.org",
        "an na@example.org",
        "anna@@example.org",
        ".anna@example.org",
        "an..na@example.org",
        "anna.@example.org",
        "anna@-example.org",
        "anna@exam_ple.org",
        "anna@example..org",
        "anna\x00@example.org",
        "anna@example.org\nbcc: x@example.org",
        f"{'a' * 65}@example.org",
        f"anna@{'a' * 64}.org",
    ],
)
def test_normalise_refuses_what_is_no_address(typed: str) -> None:
    with pytest.raises(AddressError):
        normalise(typed)


def test_voter_key_is_one_per_mailbox_and_campaign() -> None:
    key = voter_key("anna@gmail.com", SECRET)
    assert len(key) == 64
    assert int(key, 16)
    assert voter_key(" A.N.N.A+x@googlemail.com", SECRET) == key
    assert voter_key("anna@gmail.com", b"t" * 32) != key
    assert voter_key("berta@gmail.com", SECRET) != key


def test_author_key_never_equals_the_voter_key() -> None:
    assert author_key("anna@example.org", SECRET) != voter_key("anna@example.org", SECRET)


def test_voter_key_refuses_a_weak_secret() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        voter_key("anna@example.org", b"short")


def test_voter_shown_in_a_log_hides_the_address() -> None:
    assert "anna" not in repr(Voter(address="anna@example.org", key="k", author_key="a"))


def test_domain_of_is_ascii() -> None:
    assert domain_of("anna@MÜLLER.example") == "xn--mller-kva.example"


@pytest.mark.parametrize(
    "address, shown", [("luise@example.org", "l…e@example.org"), ("al@example.org", "a…@example.org")]
)
def test_masked_shows_as_little_as_helps(address: str, shown: str) -> None:
    assert masked(address) == shown
