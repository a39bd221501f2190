"""All addresses, in the order in which they are tried."""

from __future__ import annotations

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.core.languages import site_patterns

urlpatterns = [
    path("", include("cms.core.urls")),
    path("", include("home.finding_urls")),
    path("demo/post/", include("cms.demo.mailbox.urls")),
    path("orte/", include("cms.places.urls")),
    path("verwaltung/", include("cms.accounts.admin_urls")),
    path("verwaltung/", include("cms.finalists.urls")),
    path("verwaltung/", include(wagtailadmin_urls)),
    path("dokumente/", include(wagtaildocs_urls)),
    # Wagtail pages come last: their pattern answers everything. Each language has a prefix of its own, German none.
    *site_patterns(
        path("konto/bewerbungen/", include("competitions.application_urls")),
        path("konto/", include("cms.accounts.urls")),
        path("jury/", include("competitions.jury_urls")),
        # Wagtail's own log-in for internal pages asks for a password; ours asks for a code.
        path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
        path("", include("home.urls")),
        path("", include("campaigns.urls")),
        path("", include("competitions.urls")),
        path("", include(wagtail_urls)),
    ),
]

handler404 = "home.views.missing.not_found"
handler429 = "cms.core.views.errors.too_many_requests"
handler500 = "cms.core.views.errors.server_error"
