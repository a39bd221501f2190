"""Reading: campaigns by phase, the gallery, the moderators' queue, private links, results."""

from __future__ import annotations

from campaigns.queries.checklist import CheckItem, checklist_of
from campaigns.queries.desk import UNFLAGGED, Desk, DeskFilters, desk, entries_in_order, moderators, towns_with_entries
from campaigns.queries.entries import (
    Suggestion,
    consents_of,
    current_consent_texts,
    entry_by_link,
    nearest_town,
    public_entry,
    public_entry_anywhere,
    suggestion_for,
)
from campaigns.queries.finale import finale_of, finalists, jury_prizes, shortlisted_now
from campaigns.queries.flags import distance_to_town, flags_by_entry, flags_of
from campaigns.queries.gallery import (
    PAGE_SIZE,
    Facets,
    Filters,
    GalleryPage,
    TownFacet,
    facets_of,
    gallery_page,
    neighbours,
    total_of,
    town_entries,
    visible_entries,
)
from campaigns.queries.moderation import (
    QueueItem,
    duplicates_of,
    held_decisions,
    queue,
    queue_counts,
    queue_item,
    reason_texts,
    set_aside_ballots,
)
from campaigns.queries.office import has_vote_key, history_of, ready_to_publish
from campaigns.queries.own import (
    Stop,
    entries_left,
    entries_of_author,
    photo_number,
    put_back_held,
    timeline_of,
)
from campaigns.queries.phases import in_phase, phase_expression
from campaigns.queries.publication import looks_at_result, shortlist_differs, steps_to_publication
from campaigns.queries.reports import ANSWER_WITHIN, ReportedEntry, open_reports, reported_entries
from campaigns.queries.results import (
    ballot_by_receipt,
    contenders,
    count_lines,
    counted_votes,
    published_lines,
    published_result,
)
from campaigns.queries.uses import entries_with_consent
from campaigns.queries.whereabouts import drawing_of, far_from_town

__all__ = [
    "ANSWER_WITHIN",
    "PAGE_SIZE",
    "UNFLAGGED",
    "CheckItem",
    "Desk",
    "DeskFilters",
    "Facets",
    "Filters",
    "GalleryPage",
    "QueueItem",
    "ReportedEntry",
    "Stop",
    "Suggestion",
    "TownFacet",
    "ballot_by_receipt",
    "checklist_of",
    "consents_of",
    "contenders",
    "count_lines",
    "counted_votes",
    "current_consent_texts",
    "desk",
    "distance_to_town",
    "drawing_of",
    "duplicates_of",
    "entries_in_order",
    "entries_left",
    "entries_of_author",
    "entries_with_consent",
    "entry_by_link",
    "facets_of",
    "far_from_town",
    "finale_of",
    "finalists",
    "flags_by_entry",
    "flags_of",
    "gallery_page",
    "has_vote_key",
    "held_decisions",
    "history_of",
    "in_phase",
    "jury_prizes",
    "looks_at_result",
    "moderators",
    "nearest_town",
    "neighbours",
    "open_reports",
    "phase_expression",
    "photo_number",
    "public_entry",
    "public_entry_anywhere",
    "published_lines",
    "published_result",
    "put_back_held",
    "queue",
    "queue_counts",
    "queue_item",
    "ready_to_publish",
    "reason_texts",
    "reported_entries",
    "set_aside_ballots",
    "shortlist_differs",
    "shortlisted_now",
    "steps_to_publication",
    "suggestion_for",
    "timeline_of",
    "total_of",
    "town_entries",
    "towns_with_entries",
    "visible_entries",
]
