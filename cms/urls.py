"""All addresses, in the order in which they are tried."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("", include("cms.core.urls")),
    path("demo/post/", include("cms.demo.mailbox.urls")),
    path("konto/bewerbungen/", include("competitions.application_urls")),
    path("konto/", include("cms.accounts.urls")),
    path("orte/", include("cms.places.urls")),
    path("jury/", include("competitions.jury_urls")),
    path("verwaltung/", include("cms.accounts.admin_urls")),
    path("verwaltung/", include("cms.finalists.urls")),
    path("verwaltung/", include(wagtailadmin_urls)),
    path("dokumente/", include(wagtaildocs_urls)),
    # Wagtail pages come last: their pattern answers everything. German has no prefix, English lies below /en/.
    *i18n_patterns(
        # Wagtail's own log-in for internal pages asks for a password; ours asks for a code.
        path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
        path("", include("home.urls")),
        path("", include("campaigns.urls")),
        path("", include("competitions.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

handler429 = "cms.core.views.errors.too_many_requests"
handler500 = "cms.core.views.errors.server_error"
