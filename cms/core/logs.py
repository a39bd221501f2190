"""No log line carries an e-mail address, a network address or the key of a private link."""

from __future__ import annotations

import ipaddress
import logging
import re

PART = r"[^\s@<>\"'(),;:=?&/\[\]]+"
MAIL = re.compile(rf"{PART}(?:@|%40){PART}\.{PART}")
IPV4 = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")
IPV6 = re.compile(r"(?<![\w:.])[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]*[0-9A-Fa-f](?![\w])")
TOKEN = re.compile(r"(?<=/)(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}(?=/|\s|\?|\"|'|$)")
KEPT = frozenset({"127.0.0.1", "::1", "0.0.0.0"})  # noqa: S104 - only compared


def redact(text: str) -> str:
    """Return the text with addresses and keys replaced by what they were."""
    text = MAIL.sub("[mail]", text)
    text = TOKEN.sub("[key]", text)
    text = IPV6.sub(_network, text)
    return IPV4.sub(_network, text)


def _network(found: re.Match[str]) -> str:
    """Return the word that stands for an address; 12:30:45 and 1.2.3.4567 are none."""
    try:
        ipaddress.ip_address(found.group())
    except ValueError:
        return found.group()
    return found.group() if found.group() in KEPT else "[address]"


class RedactingFormatter(logging.Formatter):
    """Formats the whole record first, so that arguments, tracebacks and stacks are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))
