"""What a refused photo's owner reads: what is wrong, and what to do next."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.core.images.refusals import PhotoReason

MESSAGES = {
    PhotoReason.EMPTY: _(
        "Die Datei ist leer. Bitte wählen Sie das Foto noch einmal aus; liegt es in einer Cloud, laden Sie es "
        "vorher auf Ihr Gerät."
    ),
    PhotoReason.TOO_LARGE: _(
        "Die Datei ist größer als 25 MB. Bitte speichern Sie das Foto als JPEG oder in einer kleineren Größe und "
        "wählen Sie es neu aus."
    ),
    PhotoReason.UNKNOWN: _(
        "Diese Datei ist kein Foto, das wir lesen können. Bitte wählen Sie ein Foto als JPEG, PNG, WebP, HEIC "
        "oder AVIF."
    ),
    PhotoReason.GIF: _(
        "GIF-Bilder können wir nicht annehmen. Bitte wählen Sie das Foto als JPEG, PNG, WebP, HEIC oder AVIF."
    ),
    PhotoReason.TIFF: _(
        "TIFF-Dateien können wir nicht annehmen. Bitte speichern Sie das Foto als JPEG und wählen Sie es neu aus."
    ),
    PhotoReason.VECTOR: _(
        "Das ist eine Zeichnung (SVG, EPS oder PostScript) und kein Foto. Bitte wählen Sie ein Foto als JPEG, "
        "PNG, WebP, HEIC oder AVIF."
    ),
    PhotoReason.DOCUMENT: _(
        "Das ist ein Dokument oder Archiv und kein Foto. Bitte wählen Sie das Foto selbst als JPEG, PNG, WebP, "
        "HEIC oder AVIF."
    ),
    PhotoReason.RAW: _(
        "Rohdaten einer Kamera können wir nicht annehmen. Bitte exportieren Sie das Foto als JPEG und wählen Sie "
        "es neu aus."
    ),
    PhotoReason.VIDEO: _("Das ist ein Video. Bitte wählen Sie ein einzelnes Foto als JPEG, PNG, WebP, HEIC oder AVIF."),
    PhotoReason.ANIMATED: _("Bewegte Bilder können wir nicht annehmen. Bitte wählen Sie ein einzelnes Foto."),
    PhotoReason.DAMAGED: _(
        "Die Datei ist beschädigt oder unvollständig. Bitte öffnen Sie das Foto auf Ihrem Gerät, speichern Sie es "
        "neu als JPEG und wählen Sie diese Datei aus."
    ),
    PhotoReason.UNSUPPORTED: _(
        "Diese Spielart des Bildformats können wir nicht lesen. Bitte speichern Sie das Foto als gewöhnliches "
        "JPEG und wählen Sie es neu aus."
    ),
    PhotoReason.TOO_MANY_PIXELS: _(
        "Das Foto hat mehr als 60 Megapixel. Bitte verkleinern Sie es und wählen Sie es neu aus; schon 12 "
        "Megapixel reichen für einen großen Druck."
    ),
    PhotoReason.TOO_LONG: _(
        "Das Foto ist an einer Seite länger als 12.000 Pixel. Bitte verkleinern Sie es oder wählen Sie einen "
        "Ausschnitt."
    ),
    PhotoReason.TOO_SMALL: _(
        "Das Foto ist zu klein: Die kürzere Seite braucht mindestens 1.200 Pixel. Bitte wählen Sie das Original "
        "statt einer verkleinerten Fassung, etwa aus einem Nachrichtendienst."
    ),
    PhotoReason.TOO_HEAVY: _(
        "Das Foto lässt sich nicht in vertretbarer Zeit verarbeiten. Bitte speichern Sie es als gewöhnliches JPEG "
        "und wählen Sie es neu aus."
    ),
    PhotoReason.BUSY: _(
        "Im Moment können wir das Foto nicht verarbeiten. Bitte versuchen Sie es in ein paar Minuten noch einmal."
    ),
}
