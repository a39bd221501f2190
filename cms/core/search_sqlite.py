"""SQLite's full-text search: words by the beginning that their forms share, ranked in the index itself."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import Any

from django.db.models import FloatField, Func, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat, StrIndex
from modelsearch.backends.database.sqlite.query import Lexeme, MatchExpression, SearchQueryExpression
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteFTSIndexEntry,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.query import PlainText
from modelsearch.utils import get_descendants_content_types_pks

from cms.core.words import stem, words

# So many hits are put in order of relevance; nobody reads further.
RANKED = 300


class Relevance(Func):
    """FTS5's bm25 with a word in the title worth ten in the text; the best hit has the least number."""

    output_field = FloatField()

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        return f"bm25({SQLiteFTSIndexEntry._meta.db_table}, 0.0, 1.0, 10.0)", []


class StemmedCompiler(SQLiteSearchQueryCompiler):
    """Looks for every word by the beginning that its forms have in common."""

    def build_search_query_content(self, query: Any, config: Any = None) -> Any:
        if not isinstance(query, PlainText):
            return super().build_search_query_content(query, config=config)
        lexemes = [Lexeme(stem(word), prefix=True) for word in words(query.query_string)]
        return SearchQueryExpression(reduce(and_, lexemes), config=config) if lexemes else None

    def search(self, config: Any, start: int, stop: int | None, score_field: str | None = None) -> QuerySet[Any]:
        """Rank the best hits in the index first: Wagtail's own way asks the index once more for every hit."""
        plain = isinstance(self.query, PlainText) and not self.fields and score_field is None
        if not (plain and stop is not None and self.order_by_relevance):
            return super().search(config, start, stop, score_field)
        content = self.build_search_query_content(self.query, config=config)
        if content is None:
            return self.queryset.none()
        entries = SQLiteFTSIndexEntry.objects.filter(
            MatchExpression(self.FTS_TABLE_FIELDS, content),
            index_entry__content_type__in=get_descendants_content_types_pks(self.queryset.model),
        )
        ranked = entries.annotate(rank=Relevance()).order_by("rank")
        numbers = list(ranked.values_list("index_entry__object_id", flat=True)[:RANKED])
        if not numbers:
            return self.queryset.none()
        own = Concat(Value(","), Cast("pk", TextField()), Value(","))
        place = StrIndex(Value(f",{','.join(numbers)},"), own)
        return self.queryset.filter(pk__in=numbers).order_by(place)[start:stop]


class StemmedBackend(SQLiteSearchBackend):
    query_compiler_class = StemmedCompiler
