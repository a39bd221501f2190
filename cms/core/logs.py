"""No log line carries an e-mail address, a network address or the key of a private link."""

from __future__ import annotations

import logging
import re

MAIL = re.compile(r"[^\s@<>\"'(),;:=\[\]]+@[^\s@<>\"'(),;:=\[\]]+\.[^\s@<>\"'(),;:=\[\]]+")
IPV4 = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")
IPV6 = re.compile(
    r"(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){2,7}(?::?[0-9A-Fa-f]{1,4}){0,6}:?(?![\w:])|(?<![\w:])::[0-9A-Fa-f:]{2,}"
)
TOKEN = re.compile(r"(?<=/)(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}(?=/|\s|\?|\"|'|$)")
KEPT = frozenset({"127.0.0.1", "::1", "0.0.0.0"})  # noqa: S104 - only compared


def redact(text: str) -> str:
    """Return the text with addresses and keys replaced by what they were."""
    text = MAIL.sub("[mail]", text)
    text = TOKEN.sub("[key]", text)
    text = IPV4.sub(_network, text)
    return IPV6.sub(_network, text)


def _network(found: re.Match[str]) -> str:
    return found.group() if found.group() in KEPT else "[address]"


class RedactingFormatter(logging.Formatter):
    """Formats the whole record first, so that arguments, tracebacks and stacks are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))
