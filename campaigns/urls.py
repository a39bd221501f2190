"""Public addresses of a campaign, below the page that presents it."""

from __future__ import annotations

from django.urls import include, path

from campaigns.enums import LinkPurpose
from campaigns.views import (
    ballot,
    finding,
    gallery,
    handing_over,
    instagram,
    own,
    own_data,
    printing,
    replacing,
    result,
    sharing,
    submitting,
    towns,
)

app_name = "campaigns"

submitting_urls = [
    path("instagram/<str:token>/", instagram.confirm, name="instagram"),
    path("instagram/<str:token>/foto/", instagram.confirm_photo, name="instagram_photo"),
    path("mitmachen/", submitting.submit, name="submit"),
    path("link-vergessen/", finding.find_links, name="find_links"),
    path("link-vergessen/unterwegs/", finding.links_sent, name="links_sent"),
    path("mein-beitrag/<str:token>/foto-ersetzen/", replacing.replace, name="replace"),
    path("mein-beitrag/<str:token>/naechster-ort/", finding.nearby, name="nearby"),
    path("mein-beitrag/<str:token>/ort/", submitting.place, name="place"),
    path("mein-beitrag/<str:token>/rechte/", submitting.declaration, name="declaration"),
    path("mein-beitrag/<str:token>/person/", submitting.author, name="author"),
    path("mein-beitrag/<str:token>/pruefen/", submitting.check, name="check"),
    path("mein-beitrag/<str:token>/code/", submitting.confirm, name="confirm"),
    path("mein-beitrag/<str:token>/danke/", submitting.thanks, name="thanks"),
]

own_urls = [
    path("mein-beitrag/<str:token>/", own.own, name="own"),
    path("mein-beitrag/<str:token>/foto/", own.photo, {"purpose": LinkPurpose.AUTHOR}, name="own_photo"),
    path("mein-beitrag/<str:token>/daten/", own_data.data, name="own_data"),
    path("mein-beitrag/<str:token>/alles/", own_data.archive, name="own_archive"),
    path("mein-beitrag/<str:token>/einwilligung/", own_data.consent, name="own_consent"),
    path("mein-beitrag/<str:token>/loeschen/", own_data.erase, name="erase"),
    path("geloescht/", own_data.erased, name="erased"),
    path("mein-beitrag/<str:token>/erneut/", own.resubmit, name="resubmit"),
    path("mein-beitrag/<str:token>/zurueckziehen/", own.withdraw, name="withdraw"),
    path("mein-beitrag/<str:token>/urkunde/<slug:key>/", printing.own_certificate, name="own_certificate"),
    path("zustimmung/<str:token>/", own.guardian, name="guardian"),
    path("zustimmung/<str:token>/foto/", own.photo, {"purpose": LinkPurpose.GUARDIAN}, name="guardian_photo"),
]

gallery_urls = [
    path("galerie/", gallery.gallery, name="gallery"),
    path("karte/", towns.region, name="region"),
    path("ort/", towns.towns, name="towns"),
    path("ort/<slug:town>/", towns.town, name="town"),
    path("ort/<slug:town>/plakat-<slug:paper>.pdf", towns.poster, name="town_poster"),
    path("beitrag/<str:code>/", gallery.entry, name="entry"),
    path("beitrag/<str:code>/bild-<slug:shape>.jpg", sharing.card, name="card"),
    path("beitrag/<str:code>/melden/", gallery.report, name="report"),
    path("beitrag/<str:code>/gemeldet/", gallery.reported, name="reported"),
]

ballot_urls = [
    path("stimmzettel/", ballot.ballot, name="ballot"),
    path("stimmzettel/wahl/", ballot.choose, name="choose"),
    path("stimmzettel/code/", ballot.code, name="ballot_code"),
    path("stimmzettel/code/neu/", ballot.code_again, name="ballot_code_again"),
    path("stimmzettel/quittung/", ballot.receipt, name="ballot_receipt"),
]

result_urls = [
    path("ergebnis/", result.result, name="result"),
    path("daten.jsonld", handing_over.open_data, name="open_data"),
    path("ergebnis/tabelle/", result.table, name="result_table"),
    path("ergebnis/quittung/", result.my_receipt, name="my_receipt"),
]

urlpatterns = [
    path("b/<str:code>/", sharing.short, name="short"),
    path(
        "kampagnen/<slug:slug>/",
        include([*submitting_urls, *own_urls, *gallery_urls, *ballot_urls, *result_urls]),
    ),
]
