"""Typed readers of the environment: a mistyped value stops the start with a sentence that names it."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})


def read(name: str, default: str | None = None, *, environ: Mapping[str, str] | None = None) -> str:
    """Return NAME's text, or the content of the file that NAME_FILE points to.

    Raises ImproperlyConfigured when both are set, the file cannot be read, or
    neither is set and there is no default.
    """
    source = os.environ if environ is None else environ
    path = source.get(f"{name}_FILE")
    if path and name in source:
        raise ImproperlyConfigured(f"Set either {name} or {name}_FILE, not both.")
    if path:
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE: cannot read {path} ({error.strerror}).") from error
    value = source.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set. See .env.example.")
    return value.strip()


def text(name: str, default: str | None = None) -> str:
    """Return NAME as text."""
    return read(name, default)


def flag(name: str, default: bool = False) -> bool:
    """Return NAME as a truth value; only 1/0, true/false, yes/no, on/off are understood."""
    value = read(name, "true" if default else "false").lower()
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")


def number(name: str, default: int, *, least: int | None = None, most: int | None = None) -> int:
    """Return NAME as a whole number within the bounds."""
    raw = read(name, str(default))
    try:
        value = int(raw)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {raw!r}.") from None
    if (least is not None and value < least) or (most is not None and value > most):
        raise ImproperlyConfigured(f"{name} must lie between {least} and {most}, not {value}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """Return NAME as a list, separated by commas, without empty parts."""
    return [part.strip() for part in read(name, default).split(",") if part.strip()]


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """Return NAME, which must be one of the allowed words."""
    value = read(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def folder(name: str, default: Path) -> Path:
    """Return NAME as an absolute path."""
    return Path(read(name, str(default))).expanduser().resolve()


def database(name: str, default: str) -> dict[str, object]:
    """Return Django's settings for a database address: sqlite:///PATH or postgresql://USER:PASS@HOST:PORT/NAME?host=SOCKET.

    SQLite runs with WAL and immediate transactions, PostgreSQL with a connection pool.
    """
    parts = urlsplit(read(name, default))
    if parts.scheme == "sqlite":
        path = unquote(parts.path)[1:] if parts.path.startswith("/") else unquote(parts.path)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": path or ":memory:",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        query = dict(parse_qsl(parts.query))
        pool: dict[str, object] = {"min_size": 1, "max_size": int(query.pop("pool", "8")), "timeout": 20}
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": query.pop("host", parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 0,
            "OPTIONS": {"pool": pool, **query},
        }
    raise ImproperlyConfigured(f"{name} must start with sqlite:// or postgresql://, not {parts.scheme!r}.")


def store(bucket_name: str, kind: str, folder: Path) -> dict[str, object]:
    """Return Django's settings for a store: a bucket when BUCKET_NAME is set, otherwise a folder.

    `kind` is the class without its ending: `PublicS3Storage` and `PublicFileSystemStorage` are both "Public".
    """
    bucket = read(bucket_name, "")
    if not bucket:
        return {"BACKEND": f"{kind}FileSystemStorage", "OPTIONS": {"location": folder}}
    return {
        "BACKEND": f"{kind}S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "access_key": read("S3_ACCESS_KEY_ID"),
            "secret_key": read("S3_SECRET_ACCESS_KEY"),
            "endpoint_url": read("S3_ENDPOINT_URL", "") or None,
            "region_name": read("S3_REGION", "") or None,
            "addressing_style": choice("S3_ADDRESSING", "path", ("path", "virtual")),
            "default_acl": None,
            "file_overwrite": False,
            "querystring_auth": True,
            "signature_version": "s3v4",
        },
    }


def is_local(address: str) -> bool:
    """Tell whether a web address names this machine or a private network, so that it is no public site."""
    host = urlsplit(address).hostname or ""
    if host == "testserver" or host == "localhost" or host.endswith((".localhost", ".local", ".test")):
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False
