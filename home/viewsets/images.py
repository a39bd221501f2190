"""Pictures for the scripts of the admin: with their thumbnail, without an address of the original, which is private."""

from __future__ import annotations

from typing import ClassVar

from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

PRIVATE = "download_url"


class PicturesAPIViewSet(ImagesAdminAPIViewSet):
    """What the editor of translations asks for a picture; Wagtail's own would fail at the address of the file."""

    meta_fields: ClassVar[list[str]] = [name for name in ImagesAdminAPIViewSet.meta_fields if name != PRIVATE]
    listing_default_fields: ClassVar[list[str]] = [
        name for name in ImagesAdminAPIViewSet.listing_default_fields if name != PRIVATE
    ]
    nested_default_fields: ClassVar[list[str]] = [
        name for name in ImagesAdminAPIViewSet.nested_default_fields if name != PRIVATE
    ]
