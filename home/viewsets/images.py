"""What the admin's own scripts may learn about an image: never where the private original lies."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

ORIGINAL = "download_url"


def _without_original(names: list[str]) -> list[Any]:
    return [name for name in names if name != ORIGINAL]


class ImageInfoViewSet(ImagesAdminAPIViewSet):
    """Wagtail's answer without the address of the original; the translation editor shows pictures with it."""

    meta_fields: ClassVar[list[str]] = _without_original(ImagesAdminAPIViewSet.meta_fields)
    listing_default_fields: ClassVar[list[str]] = _without_original(ImagesAdminAPIViewSet.listing_default_fields)
    nested_default_fields: ClassVar[list[str]] = _without_original(ImagesAdminAPIViewSet.nested_default_fields)
