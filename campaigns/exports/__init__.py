"""What leaves the house as a file: the count, posters and cards."""

from campaigns.exports.count_file import CountFile, write_count_file

__all__ = ["CountFile", "write_count_file"]
