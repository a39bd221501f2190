"""Newsletter for readers: nobody gets it unasked, the answer never tells who reads, who leaves is forgotten."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client, TestCase
from django.utils import timezone

from cms.core.refusals import Refused
from home.actions import ask_for_newsletter, confirm_newsletter, purge_newsletter, unsubscribe
from home.enums import SubscriberState
from home.models import NewsletterTopic, Subscriber

pytestmark = pytest.mark.django_db
ADDRESS = "lea@example.org"


@pytest.fixture
def topics() -> list[NewsletterTopic]:
    return [NewsletterTopic.objects.create(name=name, position=n) for n, name in enumerate(("Klima", "Leerstand"))]


def post(client: Client, path: str, **data: Any) -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(path, data)


def order(client: Client, topics: list[NewsletterTopic], email: str = ADDRESS, **more: Any) -> Any:
    chosen = [topic.pk for topic in topics]
    return post(client, "/newsletter/", email=email, topics=chosen, consent="on", **more)


def link_in(message: Any, part: str) -> str:
    found = re.search(rf"https?://[^/\s]+(/newsletter/{part}/[^\s]+)", message.body)
    assert found is not None, message.body
    return found.group(1)


def reader(client: Client, topics: list[NewsletterTopic], email: str = ADDRESS) -> str:
    """Order and confirm; return the private link."""
    order(client, topics, email)
    post(client, link_in(mail.outbox[-1], "bestaetigen"))
    return link_in(mail.outbox[-1], "abo").removesuffix("abmelden/")


def test_order_counts_only_after_the_button(client: Client, topics: list[NewsletterTopic]) -> None:
    assert order(client, topics, "Lea@Example.org").url == "/newsletter/angefragt/"
    subscriber = Subscriber.objects.get()
    assert (subscriber.email, subscriber.state) == (ADDRESS, SubscriberState.PENDING)
    assert "nicht ausgewertet" in subscriber.consent_text
    link = link_in(mail.outbox[0], "bestaetigen")
    assert link.split("/")[-2] not in str(Subscriber.objects.values())

    page = client.get(link)
    assert ADDRESS in page.content.decode()
    assert Subscriber.objects.get().state == SubscriberState.PENDING

    assert post(client, link).url == "/newsletter/bestaetigt/"
    assert Subscriber.objects.get().state == SubscriberState.CONFIRMED
    assert post(client, link).status_code == 404
    assert [message.to for message in mail.outbox] == [[ADDRESS], [ADDRESS]]


def test_answer_does_not_tell_who_reads(client: Client, topics: list[NewsletterTopic]) -> None:
    reader(client, topics)
    known, unknown = order(client, topics), order(client, topics, "neu@example.org")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert "schon" in mail.outbox[-2].subject
    assert Subscriber.objects.get(email=ADDRESS).state == SubscriberState.CONFIRMED


def test_known_reader_keeps_the_topics_whoever_orders(client: Client, topics: list[NewsletterTopic]) -> None:
    reader(client, topics)
    order(client, topics[:1])
    assert Subscriber.objects.get().topics.count() == 2


def test_a_second_order_voids_the_first_link(client: Client, topics: list[NewsletterTopic]) -> None:
    order(client, topics)
    order(client, topics[:1])
    first, second = (link_in(message, "bestaetigen") for message in mail.outbox)
    assert client.get(first).status_code == 404
    assert post(client, second).status_code == 302
    assert [topic.name for topic in Subscriber.objects.get().topics.all()] == ["Klima"]


@pytest.mark.parametrize("missing", ["email", "topics", "consent"])
def test_what_is_missing_is_named_and_nothing_is_lost(
    client: Client, topics: list[NewsletterTopic], missing: str
) -> None:
    data = {"email": ADDRESS, "topics": [topics[0].pk], "consent": "on"}
    answer = client.post("/newsletter/", {key: value for key, value in data.items() if key != missing})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fehler:" in html
    assert (ADDRESS in html) == (missing != "email")
    assert not Subscriber.objects.exists()


def test_machine_is_thanked_and_forgotten(client: Client, topics: list[NewsletterTopic]) -> None:
    assert order(client, topics, website="https://spam.example").status_code == 302
    assert not Subscriber.objects.exists()


def test_one_address_is_not_flooded(client: Client, topics: list[NewsletterTopic], settings: Any) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "mail.code": {"key": "2/h"}}
    assert [order(client, topics).status_code for _number in range(3)] == [302, 302, 422]
    assert len(mail.outbox) == 2


def test_page_says_so_while_there_are_no_topics(client: Client) -> None:
    assert "wird gerade vorbereitet" in client.get("/newsletter/").content.decode()


def test_confirmation_ends_after_a_week(topics: list[NewsletterTopic], client: Client) -> None:
    order(client, topics)
    link = link_in(mail.outbox[0], "bestaetigen")
    Subscriber.objects.update(asked_at=timezone.now() - timedelta(days=7))
    assert client.get(link).status_code == 404
    assert post(client, link).status_code == 404
    assert Subscriber.objects.get().state == SubscriberState.PENDING


def test_reader_takes_other_topics(client: Client, topics: list[NewsletterTopic]) -> None:
    own = reader(client, topics)
    assert client.get(own).status_code == 200
    assert post(client, own, topics=[topics[1].pk]).status_code == 302
    assert [topic.name for topic in Subscriber.objects.get().topics.all()] == ["Leerstand"]
    assert post(client, own).status_code == 422


def test_opening_the_way_out_does_nothing_and_the_button_forgets(client: Client, topics: list[NewsletterTopic]) -> None:
    out = f"{reader(client, topics)}abmelden/"
    assert client.get(out).status_code == 200
    assert Subscriber.objects.count() == 1
    assert post(client, out).url == "/newsletter/abgemeldet/"
    assert Subscriber.objects.count() == 0
    assert client.get(out).status_code == 404
    assert post(client, out).status_code == 302


def test_mail_programs_unsubscribe_with_one_click_without_cookie_and_token(topics: list[NewsletterTopic]) -> None:
    reader(Client(), topics)
    head = mail.outbox[-1].extra_headers
    assert head["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = re.sub(r"^<https?://[^/]+|>$", "", head["List-Unsubscribe"])
    program = Client(enforce_csrf_checks=True)
    answer = program.post(path, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, answer.content.decode()) == (200, "Abgemeldet.")
    assert not answer.cookies
    assert not Subscriber.objects.exists()
    assert program.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200


def test_lost_link_comes_again_only_to_readers(client: Client, topics: list[NewsletterTopic]) -> None:
    old = reader(client, topics)
    sent = len(mail.outbox)
    answers = [post(client, "/newsletter/link/", email=email) for email in (ADDRESS, "fremd@example.org")]
    assert answers[0].url == answers[1].url
    assert [message.to for message in mail.outbox[sent:]] == [[ADDRESS]]
    assert client.get(old).status_code == 404
    assert client.get(link_in(mail.outbox[-1], "abo")).status_code == 200


def test_unconfirmed_addresses_go_after_a_week_and_readers_stay(topics: list[NewsletterTopic]) -> None:
    now = timezone.now()
    for email in (ADDRESS, "spaet@example.org"):
        ask_for_newsletter(email=email, topics=topics, consent_text="Ja", now=now)
    Subscriber.objects.filter(email=ADDRESS).update(
        state=SubscriberState.CONFIRMED, confirmed_at=now, confirm_digest=None
    )
    assert purge_newsletter(now + timedelta(days=6, hours=23)) == 0
    assert purge_newsletter(now + timedelta(days=7)) == 1
    assert [reader.email for reader in Subscriber.objects.all()] == [ADDRESS]


def test_wrong_token_confirms_nothing(topics: list[NewsletterTopic]) -> None:
    ask_for_newsletter(email=ADDRESS, topics=topics, consent_text="Ja", now=timezone.now())
    with pytest.raises(Refused) as refused:
        confirm_newsletter(token="falsch", now=timezone.now())
    assert refused.value.code == "link_expired"


def test_leaving_twice_at_once_is_no_error(topics: list[NewsletterTopic]) -> None:
    ask_for_newsletter(email=ADDRESS, topics=topics, consent_text="Ja", now=timezone.now())
    first, second = Subscriber.objects.get(), Subscriber.objects.get()
    unsubscribe(subscriber=first)
    unsubscribe(subscriber=second)
    assert not Subscriber.objects.exists()


def test_topics_tell_english_readers_that_they_are_german(client: Client, topics: list[NewsletterTopic]) -> None:
    assert client.get("/en/newsletter/").content.decode().count('<label lang="de">') == len(topics)
    assert "<label>" in client.get("/newsletter/").content.decode()
