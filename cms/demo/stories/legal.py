"""Pages that the law asks for, and the rules of the campaign, as the demo world tells them."""

from __future__ import annotations

from cms.demo.stories.pages import Story, facts_block, text_block

LEGAL = (
    Story(
        slug="impressum",
        title="Impressum",
        teaser="Wer für diese Website verantwortlich ist und wie Sie uns erreichen.",
        role="imprint_page",
        body=(
            facts_block(
                "Anbieter",
                ("Herausgabe", "Geschäftsstelle des Thüringer Aktionsbündnisses „Innenstädte mit Zukunft“"),
                ("Anschrift", "Mainzerhofstraße 12, 99084 Erfurt"),
                ("E-Mail", '<a href="mailto:kontakt@example.org">kontakt@example.org</a>'),
                ("Vertreten durch", "Projektleitung der Geschäftsstelle"),
            ),
            ("heading", "Leichte Sprache"),
            text_block('Worum es hier geht, steht auch in <a href="/leichte-sprache/">Leichter Sprache</a>.'),
            ("heading", "Eine Vorführung"),
            text_block(
                "Diese Website ist eine Vorführung. Kampagnen, Wettbewerbe, Zahlen und Zitate sind erfunden. Eine Antwort unter den genannten Adressen gibt es nicht."
            ),
        ),
    ),
    Story(
        slug="datenschutz",
        title="Datenschutz",
        teaser="Welche Angaben wir verarbeiten, wozu, wie lange, und was Sie verlangen können.",
        role="privacy_page",
        body=(
            ("heading", "Das Wichtigste"),
            text_block(
                "Wir setzen nur notwendige Cookies, laden nichts von fremden Servern und zählen niemanden. Verantwortlich ist die Geschäftsstelle, Mainzerhofstraße 12, 99084 Erfurt, kontakt@example.org."
            ),
            ("heading", "Abstimmung"),
            text_block(
                "Ihre E-Mail-Adresse brauchen wir, um Ihnen einen Code zu schicken. Gespeichert wird sie nicht, sondern nur ein Schlüssel, der aus ihr berechnet ist. Nach der Einspruchsfrist wird auch das Geheimnis vernichtet, mit dem er berechnet wurde."
            ),
            ("heading", "Fotos und Bewerbungen"),
            text_block(
                "Was Sie einreichen, bleibt nicht öffentlich, bis es freigegeben ist. Aufnahmeort und Kameradaten entfernen wir aus jedem veröffentlichten Bild. Über Ihren eigenen Link können Sie alles ansehen, ändern, herunterladen und löschen."
            ),
            ("heading", "Newsletter, Termine und Formulare"),
            text_block(
                "Den Newsletter bekommt nur, wer die Adresse über einen Link bestätigt hat. Wir zählen weder, wer ihn öffnet, noch, wer worauf klickt. Wer sich abmeldet, wird sofort gelöscht.",
                "Anmeldungen zu Terminen löschen wir 90 Tage nach dem Termin, Antworten auf Formulare nach der Frist, die beim Formular steht.",
            ),
            ("heading", "Interner Bereich"),
            text_block(
                "Mitglieder bestimmen selbst, ob andere Mitglieder ihren Namen und ihre Angaben sehen. Endet die Mitgliedschaft, verschwindet das Profil."
            ),
            ("heading", "Hinweise und gemeldete Barrieren"),
            text_block("Name und Adresse sind freiwillig. Wir nutzen sie nur für die Antwort."),
            ("heading", "Ihre Rechte"),
            text_block(
                "Sie können Auskunft, Berichtigung, Löschung und Einschränkung verlangen, der Verarbeitung widersprechen und sich bei der Datenschutzaufsicht des Landes beschweren."
            ),
        ),
    ),
    Story(
        slug="barrierefreiheit",
        title="Erklärung zur Barrierefreiheit",
        teaser="Was auf dieser Website schon geht, was noch nicht, und wohin Sie sich wenden können.",
        role="accessibility_page",
        body=(
            ("heading", "Stand"),
            text_block(
                "Die Website soll die Anforderungen der WCAG 2.2, Stufe AA, erfüllen. Jede Seite wird dafür selbsttätig geprüft, mit Tastatur bedient und auf 400 Prozent vergrößert."
            ),
            ("heading", "Noch nicht barrierefrei"),
            text_block(
                "Einige ältere PDF-Dateien. Sie sind als „nicht barrierefrei“ gekennzeichnet; daneben steht eine Zusammenfassung."
            ),
            ("heading", "Barriere gefunden?"),
            text_block(
                'Schreiben Sie uns über <a href="/barriere-melden/">Barriere melden</a>. Wir antworten innerhalb von zwei Wochen. Hilft das nicht, können Sie sich an die Durchsetzungsstelle des Landes wenden.'
            ),
        ),
    ),
    Story(
        slug="leichte-sprache",
        title="Leichte Sprache",
        teaser="Hier steht in Leichter Sprache, worum es auf dieser Website geht.",
        role="easy_page",
        body=(
            ("heading", "Wer sind wir?"),
            text_block(
                "Wir sind ein Bündnis.",
                "Ein Bündnis ist eine große Gruppe.",
                "Viele arbeiten zusammen.",
                "Zum Beispiel: Städte, Geschäfte und Vereine.",
            ),
            ("heading", "Was wollen wir?"),
            text_block(
                "Die Mitte von der Stadt soll schön sein.",
                "Viele Menschen sollen gern dort sein.",
                "Sie wohnen dort.",
                "Sie arbeiten dort.",
                "Sie treffen sich dort.",
            ),
            ("heading", "Was können Sie hier machen?"),
            text_block(
                "Sie können ein Foto schicken.",
                "Das Foto zeigt einen schönen Platz in Ihrer Stadt.",
                "Sie können auch wählen.",
                "Dann sagen Sie: Dieses Foto ist das beste.",
            ),
            ("heading", "Etwas geht nicht?"),
            text_block(
                "Vielleicht können Sie etwas nicht lesen.",
                "Dann schreiben Sie uns.",
                '<a href="/barriere-melden/">Hier können Sie uns schreiben.</a>',
            ),
        ),
    ),
    Story(
        slug="teilnahmebedingungen",
        title="Teilnahmebedingungen",
        teaser="Die Regeln der Mitmach-Kampagne „Der schönste Blick der Stadt“, vollständig und ohne Kleingedrucktes.",
        role="terms",
        body=(
            ("heading", "Wer darf mitmachen"),
            text_block(
                "Alle ab 14 Jahren. Unter 18 Jahren erscheint ein Foto erst, wenn eine sorgeberechtigte Person zugestimmt hat."
            ),
            ("heading", "Welche Fotos"),
            text_block(
                "Selbst gemacht, in einem teilnehmenden Ort aufgenommen, höchstens drei je Person. Menschen auf dem Foto müssen einverstanden sein."
            ),
            ("heading", "Was mit den Fotos geschieht"),
            text_block(
                "Sie willigen getrennt ein: dass wir das Foto im Wettbewerb zeigen, dass die Kommune es nutzt und, wenn Sie möchten, dass es unter der Lizenz CC BY 4.0 in die Tourismusdaten kommt."
            ),
            ("heading", "Wie gewählt wird"),
            text_block(
                "Jede Person hat drei Stimmen, höchstens eine je Foto. Eigene Fotos zählen nicht. Gleichstand teilt den Platz. Die Zähldatei wird mit dem Ergebnis veröffentlicht."
            ),
        ),
    ),
)
