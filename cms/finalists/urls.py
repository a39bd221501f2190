"""The addresses of a jury final, below /verwaltung/."""

from __future__ import annotations

from django.urls import path

from cms.finalists import views

FINALE = "kampagne/<slug:slug>/finale"

urlpatterns = [
    path(f"{FINALE}/", views.finale, name="campaign_finale"),
    path(f"{FINALE}/auswahlliste/", views.freeze, name="campaign_finale_freeze"),
    path(f"{FINALE}/neue-jury/", views.hand_over_to_new, name="campaign_finale_new_jury"),
    path(f"{FINALE}/uebergeben/", views.hand_over, name="campaign_finale_hand_over"),
    path(f"{FINALE}/uebernehmen/", views.take_over, name="campaign_finale_take_over"),
]
