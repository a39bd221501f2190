"""Asks a bucket as a stranger would, without any key: the only proof that it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

PATIENCE_SECONDS = 5


def is_open_to_strangers(options: Mapping[str, Any]) -> bool:
    """Tell whether somebody without a key can list the bucket; a bucket out of reach counts as closed."""
    client = boto3.client(
        "s3",
        endpoint_url=options.get("endpoint_url"),
        region_name=options.get("region_name") or "us-east-1",
        config=Config(
            signature_version=UNSIGNED,
            connect_timeout=PATIENCE_SECONDS,
            read_timeout=PATIENCE_SECONDS,
            retries={"max_attempts": 0},
            s3={"addressing_style": options.get("addressing_style") or "path"},
        ),
    )
    try:
        client.list_objects_v2(Bucket=options["bucket_name"], MaxKeys=1)
    except (ClientError, BotoCoreError):
        return False
    return True
