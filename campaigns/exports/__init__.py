"""What leaves the house as a file: the count, posters and cards."""

from campaigns.exports.cards import open_card, short_address
from campaigns.exports.count_file import CountFile, write_count_file
from campaigns.exports.counting import Counted, counted

__all__ = ["CountFile", "Counted", "counted", "open_card", "short_address", "write_count_file"]
