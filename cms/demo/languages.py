"""Some pages of the demo world in Leichte Sprache and in English, translated the way that editors do it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.demo.stories.languages import ENGLISH, LEICHT
from home.models import (
    CampaignIndexPage,
    CampaignPage,
    CompetitionIndexPage,
    CompetitionPage,
    GroupIndexPage,
    HomePage,
    StandardPage,
)

WORDS: dict[str, Mapping[str, str]] = {"de-simple": LEICHT, "en": ENGLISH}
LATER = "Eigene Ideen und gemeinsame Vorhaben sind willkommen."
CAMPAIGN, CONTEST, DECLARATION = "schoenster-blick", "innenstadt-wettbewerb", "barrierefreiheit"


def load_languages(home: HomePage) -> None:
    """Translate the start page and the pages that most people come for; what is translated stays as it is."""
    pages = [page for page in _pages(home) if page.locale_id == home.locale_id]
    for code, words in WORDS.items():
        locale = Locale.objects.get(language_code=code)
        for page in pages:
            if not page.has_translation(locale):
                _translate(page, locale, words)
    _write_on(CompetitionIndexPage.objects.child_of(home).get())


def _write_on(page: CompetitionIndexPage) -> None:
    """The German page grows by a sentence that no translation has yet: editors see which ones lie behind."""
    if not page.teaser.endswith(LATER):
        page.teaser = f"{page.teaser} {LATER}"
        page.save_revision().publish()


def _pages(home: HomePage) -> Iterable[Page]:
    """Parents before their children: of campaigns the one that is voted on, of contests the one that is open."""
    yield home
    yield from GroupIndexPage.objects.child_of(home)
    yield from StandardPage.objects.child_of(home).filter(slug=DECLARATION)
    yield from CampaignIndexPage.objects.child_of(home)
    yield from CampaignPage.objects.live().filter(slug=CAMPAIGN)
    yield from CompetitionIndexPage.objects.child_of(home)
    yield from CompetitionPage.objects.live().filter(slug=CONTEST)


def _translate(page: Page, locale: Locale, words: Mapping[str, str]) -> None:
    """Fill in every sentence that has words in this language and publish, as the editor's view of translations does."""
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        if text := words.get(segment.string.data):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                defaults={"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
            )
    translation.save_target(publish=True)
