"""The child that makes a copy for print: the same bounds as for public sizes, one bare JPEG on stdout."""

from __future__ import annotations

import os
import sys

from cms.core.images.worker import EXIT_TOO_HEAVY, bind

LONGEST_SIDE = 6_000  # half a metre at 300 dots per inch
QUALITY = 90


def main(arguments: list[str]) -> None:
    """`print_worker FORMAT WIDTH HEIGHT` with the photo on stdin; whatever goes wrong ends in an exit code."""
    bind()
    from cms.core.images.metadata import read_facts  # libraries are loaded within the bounds
    from cms.core.images.pixels import is_lying, open_picture, upright_srgb

    photo = os.fdopen(0, "rb")
    photo.seek(0)
    try:
        picture = open_picture(photo, arguments[0])
        facts = read_facts(picture)
        width, height = picture.size[::-1] if is_lying(facts.orientation) else picture.size
        shrink = min(1.0, LONGEST_SIDE / max(width, height))
        size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
        upright = upright_srgb(picture, size, facts.orientation)
    except MemoryError:
        sys.exit(EXIT_TOO_HEAVY)
    with os.fdopen(1, "wb") as out:
        upright.save(out, format="JPEG", quality=QUALITY)


if __name__ == "__main__":
    main(sys.argv[1:])
