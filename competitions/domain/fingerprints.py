"""One fingerprint for one content: SHA-256 over JSON with sorted keys and no spaces."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def canonical(content: Any) -> str:
    """JSON that is the same for the same content, whatever the order of its keys."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def fingerprint(content: Any) -> str:
    """64 hexadecimal digits."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()
