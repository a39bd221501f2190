"""All addresses, in the order in which they are tried."""

from __future__ import annotations

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("verwaltung/", include(wagtailadmin_urls)),
    path("dokumente/", include(wagtaildocs_urls)),
    # Wagtail pages come last: their pattern answers everything.
    path("", include(wagtail_urls)),
]

handler500 = "cms.core.views.errors.server_error"
