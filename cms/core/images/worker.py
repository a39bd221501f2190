"""The child that decodes one photo: bound in memory and time, it reads stdin and writes one packet to stdout."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys

from cms.core.images.limits import CHILD_CPU_SECONDS, CHILD_MEMORY, CHILD_OUTPUT, CHILD_WALL_SECONDS

EXIT_ANIMATED, EXIT_TOO_HEAVY = 10, 11


def main(arguments: list[str]) -> None:
    """`worker FORMAT WIDTH HEIGHT` with the photo on stdin; whatever goes wrong ends in an exit code."""
    bind()
    from cms.core.images.developing import Animated, develop  # libraries are loaded within the bounds

    container, width, height = arguments[0], int(arguments[1]), int(arguments[2])
    photo = os.fdopen(0, "rb")
    photo.seek(0)
    try:
        packet, blobs = develop(photo, container, (width, height))
    except Animated:
        sys.exit(EXIT_ANIMATED)
    except MemoryError:
        sys.exit(EXIT_TOO_HEAVY)
    head = json.dumps(packet).encode()
    with os.fdopen(1, "wb") as out:
        out.write(len(head).to_bytes(4) + head + b"".join(blobs))


def bind() -> None:
    """Bounds first: nothing of the photo has been read yet."""
    for kind, bound in (
        (resource.RLIMIT_AS, CHILD_MEMORY),
        (resource.RLIMIT_CPU, CHILD_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, CHILD_OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (bound, bound))
    signal.alarm(CHILD_WALL_SECONDS + 5)  # a child whose parent is gone ends as well


if __name__ == "__main__":
    main(sys.argv[1:])
