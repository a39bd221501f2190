"""Registers what the pages add to the admin; decides nothing."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from cms.core.dashboard import waiting
from home.viewsets import feedback_viewset
from home.waiting import waiting_rows


@hooks.register("register_admin_viewset")
def register_feedback() -> Any:
    return feedback_viewset


@hooks.register("construct_homepage_panels")
def add_waiting(request: HttpRequest, panels: list[Component]) -> None:
    waiting(panels).add(*waiting_rows(request))
