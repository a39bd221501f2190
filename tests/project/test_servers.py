"""The suite's own servers answer like the real ones that they are."""

from __future__ import annotations

import os

import boto3
import pytest
from django.db import connection
from redis import Redis

from tests import servers


@pytest.mark.redis
def test_redis_server_keeps_a_value(redis_server: str) -> None:
    with Redis.from_url(redis_server) as client:
        client.set("town", "Weißensee")
        assert client.get("town") == "Weißensee".encode()


@pytest.mark.s3
def test_s3_server_has_both_buckets_and_refuses_a_wrong_key(s3_server: servers.S3Server) -> None:
    def client(secret: str) -> object:
        return boto3.client(
            "s3",
            endpoint_url=s3_server.endpoint_url,
            aws_access_key_id=s3_server.access_key,
            aws_secret_access_key=secret,
            region_name=s3_server.region,
        )

    right = client(s3_server.secret_key)
    assert {bucket["Name"] for bucket in right.list_buckets()["Buckets"]} == {"public", "private"}
    right.put_object(Bucket="private", Key="a/b.txt", Body=b"word")
    assert right.get_object(Bucket="private", Key="a/b.txt")["Body"].read() == b"word"
    wrong = client("not-the-secret")
    with pytest.raises(wrong.exceptions.ClientError):
        wrong.list_buckets()


@pytest.mark.django_db
def test_database_is_the_one_that_was_asked_for() -> None:
    wanted = "postgresql" if os.environ["DATABASE_URL"].startswith("postgres") else "sqlite"
    assert connection.vendor == wanted


@pytest.mark.postgres
@pytest.mark.django_db
def test_postgres_knows_the_cases_of_umlauts() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('ÄÖÜ'), 'Z' < 'a'")
        assert cursor.fetchone() == ("äöü", True)
