"""What the pages of campaigns and competitions say beside dates and rules, which come from the models."""

from __future__ import annotations

from typing import Any

CAMPAIGN_TEASER = (
    "Die Fotos stehen fest, jetzt entscheiden Sie: Welche Aussicht bekommt eine Bank, damit alle sie sehen können?"
)
# by phase, where the words above would not fit
CAMPAIGN_TEASERS = {
    "announced": "Bald geht es wieder los: Suchen Sie schon einmal den Platz, an dem Sie immer stehen bleiben.",
    "submission": "Wo bleiben Sie stehen, wenn Sie durch Ihre Stadt gehen? Zeigen Sie es uns, ein Foto vom Telefon genügt.",
    "results": "Die Stimmen sind gezählt. Hier sehen Sie, wo bald eine Bank steht, und können das Ergebnis nachrechnen.",
}
CAMPAIGN_BODY: tuple[tuple[str, Any], ...] = (
    (
        "lead",
        "Ein Platz mit Aussicht wird zum Treffpunkt. In jeder Gewinnerstadt steht danach die gleiche Bank, ausgerichtet auf "
        "genau den Blick, den die Menschen gewählt haben.",
    ),
    (
        "paragraph",
        "<p>Gemeint sind vor allem Städte bis 30.000 Menschen. Gerade dort lohnt es sich, stehen zu bleiben. Die Bilder dürfen "
        "Kommune und Tourismusverband zeigen, wenn Sie es erlauben.</p>",
    ),
)
CAMPAIGN_PRIZES: tuple[dict[str, str], ...] = (
    {
        "rank": "1",
        "heading": "Bank, Rahmen und Enthüllung",
        "text": "Der Blick wird Foto- und Treffpunkt, in jeder Größenklasse einmal.",
    },
    {"rank": "2", "heading": "Bank am Aussichtspunkt", "text": "Mit Tafel und Aufnahme in die Tourismusdaten."},
    {"rank": "3", "heading": "Plakatserie für die Stadt", "text": "Gedruckt und als Druckdatei."},
)
CARRIER = "Arbeitsgruppe Wohnen und Leben in der Stadt, gefördert vom Wirtschaftsministerium"

COMPETITION_TEASER = (
    "Gesucht sind Vorhaben, die Bauen und Beleben verbinden und von Stadt und Wirtschaft gemeinsam getragen werden."
)
COMPETITION_ELIGIBLE = "Städte und Gemeinden; Vereine und Betriebe mit Zustimmung der Kommune"
COMPETITION_BODY: tuple[tuple[str, Any], ...] = (
    (
        "lead",
        "Ein Preis für die, die anfangen: kein Gutachten, keine fertigen Pläne, aber eine Idee, die mehr als einer trägt.",
    ),
    (
        "paragraph",
        "<p>Jedes Vorhaben hat zwei Teile. Der eine baut etwas: einen Laden um, einen Hof auf, eine Bank hin. Der andere belebt "
        "es: mit einem Kalender, einem Verein, einer Öffnungszeit. Begonnen haben darf es noch nicht.</p>"
        "<p>Sie bewerben sich online. Sie können jederzeit speichern, andere mitschreiben lassen und vor dem Senden alles prüfen.</p>",
    ),
)
COMPETITION_QUESTIONS: tuple[dict[str, str], ...] = (
    {
        "question": "Kann sich ein Verein allein bewerben?",
        "answer": "<p>Ja, wenn die Kommune zustimmt. Die Zustimmung laden Sie als PDF hoch.</p>",
    },
    {
        "question": "Können wir die Bewerbung nach dem Senden ändern?",
        "answer": "<p>Bis zum Annahmeschluss ja: zurückholen, ändern, wieder senden. Danach gilt die letzte Fassung.</p>",
    },
    {
        "question": "Was sieht die Jury?",
        "answer": "<p>Eine eingefrorene Fassung Ihrer Bewerbung. Name und Anschrift von Personen gehören nicht dazu.</p>",
    },
    {
        "question": "Muss das Geld ausgegeben sein?",
        "answer": "<p>Das Preisgeld geht an die Kommune und wird bis zum Ende des folgenden Jahres verwendet.</p>",
    },
)
