"""The blocks from which the office builds an application form; `domain.forms` reads what they store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from competitions.domain import APPLICANT_PART
from competitions.enums import FileGroup, QuestionKind

LONGEST_OPTION = 100


class QuestionBlock(blocks.StructBlock):
    """What every question has."""

    label = blocks.CharBlock(label=_("Frage"), max_length=200)
    help = blocks.TextBlock(
        label=_("Hilfe"), required=False, help_text=_("Steht klein unter der Frage: was gemeint ist, ein Beispiel.")
    )
    required = blocks.BooleanBlock(label=_("Muss beantwortet werden"), required=False, default=True)
    identifying = blocks.BooleanBlock(
        label=_("Kennzeichnend"),
        required=False,
        help_text=_("In einer anonymen Stufe sieht die Jury diese Antwort nicht."),
    )
    key = blocks.RegexBlock(
        r"^[a-z][a-z0-9-]{0,49}$",
        label=_("Kurzname"),
        required=False,
        help_text=_("Bleibt über Fassungen hinweg gleich. Leer lassen: wird aus der Frage gebildet."),
        error_messages={"invalid": _("Kleinbuchstaben, Ziffern und Bindestriche, am Anfang ein Buchstabe.")},
    )


class ShortTextBlock(QuestionBlock):
    max_characters = blocks.IntegerBlock(label=_("Höchstens so viele Zeichen"), default=200, min_value=1, max_value=500)

    class Meta:
        icon = "pilcrow"
        label = QuestionKind.SHORT_TEXT.label
        form_layout = ["label", "help", "max_characters", "required", "identifying", "key"]


class LongTextBlock(QuestionBlock):
    max_characters = blocks.IntegerBlock(
        label=_("Höchstens so viele Zeichen"), default=1500, min_value=50, max_value=20_000
    )

    class Meta:
        icon = "doc-full"
        label = QuestionKind.LONG_TEXT.label
        form_layout = ["label", "help", "max_characters", "required", "identifying", "key"]


class NumberBlock(QuestionBlock):
    unit = blocks.CharBlock(label=_("Einheit"), required=False, max_length=20)
    lowest = blocks.DecimalBlock(label=_("Mindestens"), required=False)
    highest = blocks.DecimalBlock(label=_("Höchstens"), required=False)

    class Meta:
        icon = "order"
        label = QuestionKind.NUMBER.label
        form_layout = ["label", "help", "unit", "lowest", "highest", "required", "identifying", "key"]


class MoneyBlock(QuestionBlock):
    lowest = blocks.DecimalBlock(label=_("Mindestens, in Euro"), required=False, decimal_places=2)
    highest = blocks.DecimalBlock(label=_("Höchstens, in Euro"), required=False, decimal_places=2)

    class Meta:
        icon = "tag"
        label = QuestionKind.MONEY.label
        form_layout = ["label", "help", "lowest", "highest", "required", "identifying", "key"]


class ChoiceQuestionBlock(QuestionBlock):
    options = blocks.ListBlock(
        blocks.CharBlock(label=_("Antwort"), max_length=LONGEST_OPTION), label=_("Antworten"), min_num=2
    )

    is_theme = blocks.BooleanBlock(
        label=_("Bestimmt das Thema der Bewerbung"),
        required=False,
        help_text=_("Die Antworten heißen dann wie die Themen des Wettbewerbs. Nur für eine Frage im Formular."),
    )

    class Meta:
        icon = "radio-full"
        label = QuestionKind.CHOICE.label
        form_layout = ["label", "help", "options", "is_theme", "required", "identifying", "key"]


class ChoicesQuestionBlock(QuestionBlock):
    options = blocks.ListBlock(
        blocks.CharBlock(label=_("Antwort"), max_length=LONGEST_OPTION), label=_("Antworten"), min_num=2
    )
    max_options = blocks.IntegerBlock(label=_("Höchstens so viele Antworten"), required=False, min_value=1)

    class Meta:
        icon = "list-ul"
        label = QuestionKind.CHOICES.label
        form_layout = ["label", "help", "options", "max_options", "required", "identifying", "key"]


class DateQuestionBlock(QuestionBlock):
    class Meta:
        icon = "date"
        label = QuestionKind.DATE.label
        form_layout = ["label", "help", "required", "identifying", "key"]


class FileQuestionBlock(QuestionBlock):
    file_groups = blocks.MultipleChoiceBlock(
        label=_("Arten"), choices=FileGroup.choices, default=[FileGroup.PDF.value], required=True
    )
    max_files = blocks.IntegerBlock(label=_("Höchstens so viele Dateien"), default=1, min_value=1, max_value=20)

    class Meta:
        icon = "upload"
        label = QuestionKind.FILE.label
        form_layout = ["label", "help", "file_groups", "max_files", "required", "identifying", "key"]


class PlanQuestionBlock(QuestionBlock):
    grant_label = blocks.CharBlock(label=_("Name der beantragten Mittel"), default="Wettbewerbsmittel", max_length=100)
    max_share = blocks.DecimalBlock(
        label=_("Höchster Anteil an den Kosten, in Prozent"), required=False, min_value=0, max_value=100
    )
    highest = blocks.DecimalBlock(label=_("Höchster Betrag, in Euro"), required=False, min_value=0)
    cost_items = blocks.ListBlock(
        blocks.CharBlock(label=_("Posten"), max_length=200), label=_("Vorgeschlagene Kosten"), default=[]
    )
    funding_items = blocks.ListBlock(
        blocks.CharBlock(label=_("Posten"), max_length=200), label=_("Vorgeschlagene Finanzierung"), default=[]
    )

    class Meta:
        icon = "table"
        label = QuestionKind.PLAN.label
        form_layout = [
            "label",
            "help",
            "grant_label",
            "max_share",
            "highest",
            "cost_items",
            "funding_items",
            "required",
            "identifying",
            "key",
        ]


class PartBlocks(blocks.StreamBlock):
    """The questions of one part, with headings and explanations between them."""

    heading = blocks.CharBlock(label=_("Zwischenüberschrift"), icon="title", max_length=120)
    explanation = blocks.TextBlock(label=_("Erklärung"), icon="info-circle")
    short_text = ShortTextBlock()
    long_text = LongTextBlock()
    number = NumberBlock()
    money = MoneyBlock()
    choice = ChoiceQuestionBlock()
    choices = ChoicesQuestionBlock()
    date = DateQuestionBlock()
    file = FileQuestionBlock()
    plan = PlanQuestionBlock()

    class Meta:
        label = _("Fragen")


class PartBlock(blocks.StructBlock):
    """One entry of the applicants' task list."""

    title = blocks.CharBlock(label=_("Teil"), max_length=80, help_text=_("Steht in der Aufgabenliste."))
    intro = blocks.CharBlock(
        label=_("Kurz gesagt"), required=False, max_length=160, help_text=_("Eine Zeile: was hier gefragt wird.")
    )
    key = blocks.RegexBlock(r"^[a-z][a-z0-9-]{0,49}$", label=_("Kurzname"), required=False)
    blocks = PartBlocks()

    class Meta:
        icon = "form"
        label = _("Teil")
        form_layout = ["title", "intro", "blocks", "key"]


class FormBlock(blocks.StreamBlock):
    """A whole form. Missing and doubled short names are filled in, so that each is there once."""

    part = PartBlock()

    class Meta:
        label = _("Formular")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        taken = {APPLICANT_PART}
        for struct, words in _keyed(cleaned):
            struct["key"] = _free_key(struct.get("key") or words, taken)
            taken.add(struct["key"])
        return cleaned


def _keyed(form: Any) -> Iterator[tuple[Any, str]]:
    """Every part and question that carries a short name, with the words to build one from."""
    for part in form:
        yield part.value, part.value["title"]
        for block in part.value["blocks"]:
            if block.block_type in QuestionKind.values:
                yield block.value, block.value["label"]


def _free_key(words: str, taken: set[str]) -> str:
    folded = words.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    stem = slugify(folded).replace("_", "-").strip("-")[:40].strip("-")
    stem = stem if stem[:1].isalpha() else f"frage-{stem}".strip("-")
    number, key = 1, stem
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key
