"""The reasons that moderators of a photo campaign give most often; the office changes and adds to them."""

from django.db import migrations

TEXTS = {
    "change": {
        "Kennzeichen lesbar": "Auf dem Foto ist ein Autokennzeichen zu lesen. Bitte laden Sie ein Foto hoch, auf dem "
        "keines zu erkennen ist; einen Ausschnitt davon nehmen wir gern.",
        "Ort genauer angeben": "Wir finden die Stelle nicht. Bitte schreiben Sie unter „Wo genau?“ eine Straße, einen "
        "Platz oder einen Weg, damit andere den Blick auch finden.",
        "Beschreibung ergänzen": "Bitte beschreiben Sie unter „Was ist zu sehen?“ das Foto in ein bis zwei Sätzen. "
        "Menschen, die es nicht sehen können, lassen sich diesen Text vorlesen.",
        "Menschen fragen": "Auf dem Foto sind Menschen gut zu erkennen. Bitte bestätigen Sie, dass alle einverstanden "
        "sind, oder reichen Sie ein Foto ein, auf dem niemand zu erkennen ist.",
        "Rahmen oder Schrift im Bild": "Im Foto stehen ein Rahmen, ein Datum oder eine Schrift. Bitte laden Sie es "
        "ohne diese Zusätze hoch.",
    },
    "reject": {
        "Kein Blick auf eine Innenstadt": "In dieser Kampagne geht es um Blicke in Innenstädten und Ortskernen. Ihr "
        "Foto zeigt einen anderen Ort und kann deshalb nicht teilnehmen.",
        "Schon eingereicht": "Dieses Foto oder eines von derselben Stelle haben wir schon von Ihnen bekommen. Das "
        "frühere nimmt teil, dieses nicht.",
        "Foto von jemand anderem": "Nach den Angaben, die uns vorliegen, stammt dieses Foto von jemand anderem. Teilnehmen können nur "
        "Fotos, die Sie selbst gemacht haben.",
        "Zu unscharf oder zu dunkel": "Auf dem Foto ist leider zu wenig zu erkennen, um es groß zu zeigen. Sie können "
        "gern ein anderes einreichen, solange die Einreichung läuft.",
    },
    "take_down": {
        "Bitte einer abgebildeten Person": "Eine Person, die auf dem Foto zu erkennen ist, hat uns gebeten, es zu "
        "entfernen. Dem sind wir nachgekommen.",
        "Rechte einer anderen Person": "Jemand hat uns glaubhaft gemacht, dass die Rechte an diesem Foto nicht bei "
        "Ihnen liegen. Bis das geklärt ist, zeigen wir es nicht.",
        "Verstoß gegen die Teilnahmeregeln": "Der Beitrag verstößt gegen die Teilnahmeregeln. Wir haben ihn deshalb "
        "aus der Galerie genommen.",
    },
}


def add(apps, schema_editor):
    reason_text = apps.get_model("campaigns", "ReasonText")
    reason_text.objects.bulk_create(
        reason_text(kind=kind, title=title, text=text, position=10 * number)
        for kind, texts in TEXTS.items()
        for number, (title, text) in enumerate(texts.items(), start=1)
    )


def remove(apps, schema_editor):
    """Take away what was added and is still as it was."""
    reason_text = apps.get_model("campaigns", "ReasonText")
    for kind, texts in TEXTS.items():
        for title, text in texts.items():
            reason_text.objects.filter(kind=kind, title=title, text=text, campaign=None).delete()


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0005_moderators_tools")]

    operations = [migrations.RunPython(add, remove)]
