from __future__ import annotations

import io
import logging
from logging.config import dictConfig

import pytest

from cms.core.logs import RedactingFormatter, redact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mail an erika.muster+foto@stadt-weimar.de: nein", "Mail an [mail]: nein"),
        ("{'müller@exämple.org': (550, b'x')}", "{'[mail]': (550, b'x')}"),
        ('"Erika" <erika@example.org>', '"Erika" <[mail]>'),
        ("from 203.0.113.9:4711", "from [address]:4711"),
        ("from 2001:db8::1 and 2001:db8:1:2:3:4:5:6", "from [address] and [address]"),
        ("from ::ffff:203.0.113.9", "from [address]"),
        ("GET /kampagnen/blick/eigen/AbCdEfGhIjKlMnOpQrStUvWxYz012345/ 404", "GET /kampagnen/blick/eigen/[key]/ 404"),
        ("Django 5.2.19 on 127.0.0.1:8000 at 12:30:45", "Django 5.2.19 on 127.0.0.1:8000 at 12:30:45"),
        ("GET /medien/images/ein-sehr-langer-name-ohne-ziffern-aber-mit-strichen.jpg", None),
        ("cms.core.mail: Mail 1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed failed", None),
        ("a@b", None),
        ("GET /demo/post/?an=erika%40example.org&x=1", "GET /demo/post/?an=[mail]&x=1"),
        ("peer [2001:db8::1]:443, ::1", "peer [[address]]:443, ::1"),
    ],
)
def test_redact(text: str, expected: str | None) -> None:
    assert redact(text) == (text if expected is None else expected)


def test_formatter_covers_arguments_and_tracebacks() -> None:
    sink = io.StringIO()
    handler = logging.StreamHandler(sink)
    handler.setFormatter(RedactingFormatter("%(levelname)s %(message)s"))
    logger = logging.Logger("test")
    logger.addHandler(handler)
    try:
        raise ValueError("Key (email)=(erika@example.org) already exists")
    except ValueError:
        logger.exception("from %s", "203.0.113.9")

    written = sink.getvalue()
    assert written.startswith("ERROR from [address]\nTraceback")
    assert "Key (email)=([mail]) already exists" in written
    assert "erika" not in written


def test_every_handler_of_the_site_redacts(settings) -> None:
    handlers = settings.LOGGING["handlers"].values()
    formatters = {handler["formatter"] for handler in handlers}

    assert formatters == {"plain"}
    assert settings.LOGGING["formatters"]["plain"]["()"] == "cms.core.logs.RedactingFormatter"
    assert [name for name, logger in settings.LOGGING["loggers"].items() if logger["handlers"]] == []


def test_a_refused_request_is_logged_without_its_address(settings, capsys) -> None:
    dictConfig(settings.LOGGING)
    logging.getLogger("django.request").warning("Not Found: %s", "/konto/erika@example.org/")

    assert capsys.readouterr().err.rstrip().endswith("WARNING django.request: Not Found: /konto/[mail]/")
