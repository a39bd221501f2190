"""The office's lists in the admin."""

from __future__ import annotations

from home.viewsets.alliance import alliance_group
from home.viewsets.feedback import feedback_viewset
from home.viewsets.images import ImageInfoViewSet
from home.viewsets.members import members_group
from home.viewsets.newsletter import newsletter_group
from home.viewsets.viewpoints import entry_chooser_viewset

__all__ = [
    "ImageInfoViewSet",
    "alliance_group",
    "entry_chooser_viewset",
    "feedback_viewset",
    "members_group",
    "newsletter_group",
]
