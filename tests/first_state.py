"""What the migrations wrote, kept beside the test database: a test that commits gives it back as it found it.

Django would empty every table and write the first rows anew one by one, which takes seconds on this many tables. Here
only the tables that hold something else than at the beginning are touched.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from django.db import connection, transaction

SCHEMA = "first_state"
NOT_OURS = frozenset({"django_migrations"})
_first_file: list[sqlite3.Connection] = []


def keep() -> None:
    """Note the contents of the freshly migrated test database."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        copy = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(copy)
        _first_file[:] = [copy]
        return
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        cursor.execute(f"CREATE SCHEMA {SCHEMA}")
        for table in _holding_rows(cursor, _tables()):
            cursor.execute(f'CREATE TABLE {SCHEMA}."{table}" AS TABLE public."{table}"')


def bring_back(*_: Any) -> None:
    """Give the test database the contents that `keep` noted; stands in for the flush after a test that commits."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        _first_file[0].backup(connection.connection)
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # rows may go in any order
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [SCHEMA])
        first = {table for (table,) in cursor.fetchall()}
        for table in _holding_rows(cursor, sorted(set(_tables()) - first)):
            cursor.execute(f'DELETE FROM public."{table}"')
        for table in sorted(first):
            now, then = f'TABLE public."{table}"', f'TABLE {SCHEMA}."{table}"'
            cursor.execute(f"SELECT EXISTS (({now} EXCEPT {then}) UNION ALL ({then} EXCEPT {now}))")
            if cursor.fetchone()[0]:
                cursor.execute(f'DELETE FROM public."{table}"')
                cursor.execute(f'INSERT INTO public."{table}" {then}')


def _tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        return [table for (table,) in cursor.fetchall() if table not in NOT_OURS]


def _holding_rows(cursor: Any, tables: list[str]) -> list[str]:
    """Return the tables that hold at least one row; one question for all of them."""
    questions = [f"SELECT '{table}' WHERE EXISTS (SELECT FROM public.\"{table}\")" for table in tables]
    if not questions:
        return []
    cursor.execute(" UNION ALL ".join(questions))
    return [table for (table,) in cursor.fetchall()]
