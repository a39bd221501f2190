"""What leaves the house as a file: the count, posters and cards."""

from campaigns.exports.cards import open_card, short_address
from campaigns.exports.count_file import CountFile, write_count_file
from campaigns.exports.counting import Counted, counted
from campaigns.exports.posters import PAPERS, poster, town_poster

__all__ = [
    "PAPERS",
    "CountFile",
    "Counted",
    "counted",
    "open_card",
    "poster",
    "short_address",
    "town_poster",
    "write_count_file",
]
