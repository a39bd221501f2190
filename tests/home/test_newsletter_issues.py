"""An issue: seen before it is sent, sent to everybody once, started again where it stopped, kept in the archive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.accounts.models import User
from cms.core.mail import deliver_due
from cms.core.models import AuditEvent, OutgoingMail
from cms.core.refusals import Refused
from home.actions import purge_newsletter, resume_sending, send_test, start_sending, unsubscribe
from home.domain.newsletter import Problem, Progress, sending_problem
from home.enums import DeliveryState, IssueState
from home.models import NewsletterDelivery, NewsletterIssue, NewsletterItem, NewsletterTopic, Subscriber
from home.queries.newsletter import progress_of
from home.tasks import newsletter as tasks
from tests.home.factories import make_news, make_news_index

pytestmark = pytest.mark.django_db
Enter = Callable[[User], Client]


def make_topic(name: str = "Klima") -> NewsletterTopic:
    return NewsletterTopic.objects.get_or_create(name=name)[0]


def make_readers(number: int, *topics: NewsletterTopic, name: str = "lea") -> list[Subscriber]:
    now = timezone.now()
    made = Subscriber.objects.bulk_create(
        Subscriber(email=f"{name}{n}@example.org", state="confirmed", consent_text="Ja", asked_at=now, confirmed_at=now)
        for n in range(number)
    )
    for one in made:
        one.topics.set(topics)
    return made


def make_issue(*topics: NewsletterTopic, pages: tuple[Any, ...] = (), **fields: Any) -> NewsletterIssue:
    issue = NewsletterIssue(**{"subject": "Neues aus der Mitte", "intro": "Guten Tag,\n\nes ist Herbst.", **fields})
    issue.topics = list(topics)
    issue.items = [NewsletterItem(page=page, sort_order=n) for n, page in enumerate(pages)]
    issue.save()
    return issue


def send(issue: NewsletterIssue, by: User, expected: int) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        start_sending(issue=issue, expected=expected, by=by, now=timezone.now())
    issue.refresh_from_db()


@pytest.fixture
def tiny_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "BATCH", 2)


@pytest.mark.parametrize(
    "pages,has_intro,readers,expected,problem",
    [
        ([True], False, 3, 3, None),
        ([], True, 3, None, None),
        ([], False, 3, 3, Problem.NOTHING_CHOSEN),
        ([True, False], True, 3, 3, Problem.PAGE_NOT_PUBLIC),
        ([True], True, 0, 0, Problem.NOBODY_TO_SEND_TO),
        ([True], True, 4, 3, Problem.NUMBER_CHANGED),
    ],
)
def test_what_keeps_an_issue_from_being_sent(
    pages: list[bool], has_intro: bool, readers: int, expected: int | None, problem: Problem | None
) -> None:
    assert sending_problem(pages=pages, has_intro=has_intro, readers=readers, expected=expected) == problem


def test_every_reader_of_the_topics_gets_it_once_with_a_link_of_their_own(editor: User, tiny_batches: None) -> None:
    klima, leerstand = make_topic(), make_topic("Leerstand")
    make_readers(5, klima)
    make_readers(1, leerstand, name="max")
    Subscriber.objects.create(email="wartet@example.org", consent_text="Ja", asked_at=timezone.now())
    news = make_news(make_news_index(), title="Ein Baum geht", teaser="Er kommt wieder.")
    issue = make_issue(klima, pages=(news,))
    send(issue, editor, 5)
    assert sorted(message.to[0] for message in mail.outbox) == [f"lea{n}@example.org" for n in range(5)]
    assert len({message.extra_headers["List-Unsubscribe"] for message in mail.outbox}) == 5
    body, (html, _kind) = mail.outbox[0].body, mail.outbox[0].alternatives[0]
    assert "Ein Baum geht\nEr kommt wieder." in body
    assert news.url in html
    assert "<img" not in html
    assert issue.state == IssueState.SENT
    assert progress_of(issue) == Progress(total=5, waiting=0, under_way=0, failed=0)
    assert not OutgoingMail.objects.exists()


def test_a_worker_that_dies_in_the_middle_leaves_nobody_with_two(
    editor: User, tiny_batches: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_readers(5)
    issue = make_issue()
    begun = tasks.hand_over
    left = [3]

    def dying(key: int, told: Any) -> bool:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return begun(key, told)

    monkeypatch.setattr(tasks, "hand_over", dying)
    with pytest.raises(KeyboardInterrupt):
        send(issue, editor, 5)
    monkeypatch.setattr(tasks, "hand_over", begun)
    issue.refresh_from_db()
    assert (issue.state, progress_of(issue).waiting) == (IssueState.SENDING, 2)

    with TestCase.captureOnCommitCallbacks(execute=True):
        assert resume_sending(issue=issue, by=editor, now=timezone.now()) == 2
    deliver_due(timezone.now())
    assert sorted(message.to[0] for message in mail.outbox) == [f"lea{n}@example.org" for n in range(5)]
    issue.refresh_from_db()
    assert issue.state == IssueState.SENT


def test_two_workers_hand_one_delivery_over_once(editor: User) -> None:
    (reader,) = make_readers(1)
    issue = make_issue(slug="heft", state=IssueState.SENDING)
    delivery = NewsletterDelivery.objects.create(issue=issue, subscriber=reader)
    told = tasks.words_of(issue)
    assert [tasks.hand_over(delivery.pk, told) for _worker in range(2)] == [True, False]
    assert OutgoingMail.objects.count() == 1


def test_who_leaves_while_it_is_sent_gets_nothing_more(editor: User) -> None:
    reader, other = make_readers(2)
    issue = make_issue(slug="heft", state=IssueState.SENDING)
    for one in (reader, other):
        NewsletterDelivery.objects.create(issue=issue, subscriber=one)
    unsubscribe(subscriber=reader)
    assert [delivery.subscriber for delivery in issue.deliveries.all()] == [other]


def test_what_the_server_refused_is_counted_and_tried_again(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    make_readers(2)
    issue = make_issue()
    monkeypatch.setattr("cms.core.mail.RETRY_AFTER", ())
    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMultiAlternatives.send", _refuse)
        send(issue, editor, 2)
    assert progress_of(issue) == Progress(total=2, waiting=0, under_way=0, failed=2)
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert resume_sending(issue=issue, by=editor, now=timezone.now()) == 2
    assert len(mail.outbox) == 2
    assert progress_of(issue).failed == 0
    with pytest.raises(Refused):
        resume_sending(issue=issue, by=editor, now=timezone.now())


def _refuse(*_args: Any, **_kwargs: Any) -> None:
    raise ConnectionRefusedError


def test_first_page_of_the_admin_names_an_issue_that_did_not_reach_everybody(desk: Enter, editor: User) -> None:
    (reader,) = make_readers(1)
    begun = timezone.now() - timedelta(hours=2)
    issue = make_issue(slug="heft", state=IssueState.SENDING, started_at=begun)
    delivery = NewsletterDelivery.objects.create(issue=issue, subscriber=reader)
    client = desk(editor)
    assert "die nicht alle erreicht haben" in client.get("/verwaltung/").content.decode()
    delivery.state = DeliveryState.HANDED
    delivery.save()
    assert "die nicht alle erreicht haben" not in client.get("/verwaltung/").content.decode()


def test_an_issue_is_sent_once(editor: User) -> None:
    make_readers(1)
    issue = make_issue()
    again = NewsletterIssue.objects.get(pk=issue.pk)
    send(issue, editor, 1)
    with pytest.raises(Refused) as refused:
        start_sending(issue=again, expected=1, by=editor, now=timezone.now())
    assert refused.value.code == "already_sent"
    assert len(mail.outbox) == 1


def test_a_page_behind_a_log_in_or_unpublished_keeps_the_issue_back(editor: User) -> None:
    make_readers(1)
    index = make_news_index()
    draft, private = make_news(index), make_news(index)
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for page in (draft, private):
        with pytest.raises(Refused) as refused:
            send(make_issue(pages=(page,)), editor, 1)
        assert refused.value.code == "page_not_public"
    assert mail.outbox == []


def test_archive_keeps_the_words_that_were_sent(editor: User, client: Client) -> None:
    make_readers(1)
    news = make_news(make_news_index(), title="Ein Baum geht")
    issue = make_issue(pages=(news,))
    assert "Neues aus der Mitte" not in client.get("/newsletter/archiv/").content.decode()
    send(issue, editor, 1)
    news.title = "Ganz anders"
    news.save_revision().publish()
    assert "Neues aus der Mitte" in client.get("/newsletter/archiv/").content.decode()
    html = client.get(issue.get_absolute_url()).content.decode()
    assert "Ein Baum geht" in html
    assert "Ganz anders" not in html


def test_two_issues_of_one_name_have_two_addresses(editor: User) -> None:
    make_readers(1)
    issues = [make_issue(), make_issue()]
    for issue in issues:
        send(issue, editor, 1)
    assert issues[1].slug == f"{issues[0].slug}-2"


@pytest.mark.parametrize("number", [1, 12])
def test_archive_asks_little_whatever_its_length(
    number: int, client: Client, django_assert_max_num_queries: Any
) -> None:
    for n in range(number):
        make_issue(slug=f"heft-{n}", state=IssueState.SENT, started_at=timezone.now())
    client.get("/newsletter/archiv/")
    with django_assert_max_num_queries(8):
        assert client.get("/newsletter/archiv/").status_code == 200


def test_test_mail_goes_to_oneself_and_holds_no_private_link(editor: User) -> None:
    make_readers(1)
    with TestCase.captureOnCommitCallbacks(execute=True):
        send_test(issue=make_issue(), by=editor, now=timezone.now())
    (message,) = mail.outbox
    assert message.to == [editor.email]
    assert "(Test)" in message.subject
    assert "/newsletter/abo/" not in message.body


def test_editor_writes_looks_and_sends_in_the_admin(desk: Enter, editor: User) -> None:
    klima = make_topic()
    make_readers(2, klima)
    news = make_news(make_news_index())
    client = desk(editor)
    form = {
        "subject": "Im November",
        "intro": "Guten Tag",
        "topics": [klima.pk],
        **{f"items-{name}": value for name, value in _management(1).items()},
        "items-0-page": news.pk,
        "items-0-text": "Lesen lohnt sich.",
        "items-0-ORDER": 1,
    }
    answer = client.post(reverse("home_newsletter_issues:add"), form)
    issue = NewsletterIssue.objects.get()
    page = reverse("home_newsletter_issue", args=[issue.pk])
    assert answer.url == page
    html = client.get(page).content.decode()
    assert "Geht an 2 Adressen" in html
    assert "Lesen lohnt sich." in client.get(reverse("home_newsletter_html", args=[issue.pk])).content.decode()
    confirm = reverse("home_newsletter_send", args=[issue.pk])
    assert "2 Adressen" in client.get(confirm).content.decode()
    assert client.post(confirm, {"readers": "1"}).url == confirm
    assert mail.outbox == []
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(confirm, {"readers": "2"}).url == page
    assert len(mail.outbox) == 2
    assert "So weit ist der Versand" in client.get(page).content.decode()
    assert client.get(reverse("home_newsletter_issues:edit", args=[issue.pk])).url == page
    assert client.post(reverse("home_newsletter_issues:delete", args=[issue.pk])).url == page
    assert AuditEvent.objects.filter(action="home.newsletter.sent").count() == 1


def _management(total: int) -> dict[str, int]:
    return {"TOTAL_FORMS": total, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}


def test_only_the_office_sees_addresses_takes_them_out_and_deletes_them(
    desk: Enter, office: User, editor: User
) -> None:
    (reader,) = make_readers(1, make_topic())
    client = desk(office)
    listed = reverse("home_newsletter_subscribers:index")
    assert reader.email in client.get(listed).content.decode()
    table = client.get(reverse("home_newsletter_addresses"))
    assert table["Content-Type"].startswith("application/vnd.openxmlformats")
    gone = reverse("home_newsletter_subscribers:delete", args=[reader.pk])
    assert reader.email in client.get(gone).content.decode()
    assert client.post(gone).status_code == 302
    assert not Subscriber.objects.exists()
    noted = AuditEvent.objects.filter(action__startswith="home.subscriber").order_by("pk")
    assert [event.action for event in noted] == ["home.subscriber.exported", "home.subscriber.deleted"]
    assert reader.email not in str(list(AuditEvent.objects.values()))

    other = desk(editor)
    assert other.get(listed).status_code == 302
    assert other.get(reverse("home_newsletter_addresses")).status_code == 404


def test_failed_deliveries_are_noted_before_their_mails_are_forgotten(editor: User) -> None:
    (reader,) = make_readers(1)
    dead = OutgoingMail.objects.create(template="x", due_at=None)
    issue = make_issue(slug="heft", state=IssueState.SENT)
    NewsletterDelivery.objects.create(issue=issue, subscriber=reader, state=DeliveryState.HANDED, mail_key=dead.pk)
    purge_newsletter(timezone.now())
    dead.delete()
    assert progress_of(issue).failed == 1
