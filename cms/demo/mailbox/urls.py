"""Addresses of the demo's letter box."""

from __future__ import annotations

from django.urls import path

from cms.demo.mailbox import views

app_name = "demo_post"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("<str:key>/", views.letter, name="letter"),
    path("<str:key>/html/", views.letter_html, name="letter_html"),
]
