"""The same for the accessibility statement, campaigns and contests."""

from __future__ import annotations

OFFERS: tuple[tuple[str, str, str], ...] = (
    # the declaration of accessibility
    ("Erklärung zur Barrierefreiheit", "Kann jeder diese Seite benutzen?", "Accessibility statement"),
    (
        "Was auf dieser Website schon geht, was noch nicht, und wohin Sie sich wenden können.",
        "Hier steht: Das geht auf dieser Seite schon gut. Das geht noch nicht gut. Hier bekommen Sie Hilfe.",
        "What already works on this website, what does not yet, and where you can turn.",
    ),
    ("Stand", "So ist es heute", "Status"),
    (
        "Die Website soll die Anforderungen der WCAG 2.2, Stufe AA, erfüllen. Jede Seite wird dafür selbsttätig "
        "geprüft, mit Tastatur bedient und auf 400 Prozent vergrößert.",
        "Alle Menschen sollen diese Seite benutzen können. Dafür gibt es Regeln. Wir prüfen jede Seite. Man kann die "
        "Schrift sehr groß machen. Man braucht keine Maus.",
        "The website is meant to meet WCAG 2.2, level AA. Every page is checked automatically, used with a keyboard "
        "and enlarged to 400 per cent.",
    ),
    ("Noch nicht barrierefrei", "Das geht noch nicht", "Not yet accessible"),
    (
        "Einige ältere PDF-Dateien. Sie sind als „nicht barrierefrei“ gekennzeichnet; daneben steht eine "
        "Zusammenfassung.",
        "Manche alten Texte kann nicht jeder lesen. Das steht dann dabei. Daneben steht ein kurzer Text.",
        "Some older PDF files. They are marked as “not accessible”; a summary stands beside them.",
    ),
    ("Barriere gefunden?", "Etwas geht nicht?", "Found a barrier?"),
    (
        'Schreiben Sie uns über <a id="a1">Barriere melden</a>. Wir antworten innerhalb von zwei Wochen. Hilft das '
        "nicht, können Sie sich an die Durchsetzungsstelle des Landes wenden.",
        'Schreiben Sie uns hier: <a id="a1">Barriere melden</a>. Wir antworten in zwei Wochen. Hilft das nicht? Dann '
        "hilft die Durchsetzungsstelle vom Land.",
        'Write to us through <a id="a1">Report a barrier</a>. We answer within two weeks. If that does not help, you '
        "can turn to the enforcement body of the state.",
    ),
    # campaigns
    ("Mitmachen", "Mitmachen", "Take part"),
    (
        "Kampagnen, bei denen alle mitmachen können: Fotos einreichen, abstimmen, Ergebnisse nachrechnen.",
        "Hier können alle mitmachen. Sie können Fotos schicken. Sie können das schönste Foto wählen.",
        "Campaigns for everyone: send photos, vote, check the results.",
    ),
    (
        "Die Fotos stehen fest, jetzt entscheiden Sie: Welche Aussicht bekommt eine Bank, damit alle sie sehen können?",
        "Viele Menschen haben Fotos geschickt. Welches Foto ist das schönste? Das entscheiden Sie. Dort kommt eine "
        "Bank hin.",
        "The photos are in, now you decide: which view gets a bench so that everyone can see it?",
    ),
    (
        "Ein Platz mit Aussicht wird zum Treffpunkt. In jeder Gewinnerstadt steht danach die gleiche Bank, ausgerichtet "
        "auf genau den Blick, den die Menschen gewählt haben.",
        "Wir suchen den schönsten Blick. Ein Blick ist: Das sehen Sie von einem Platz aus. In jeder Stadt, die gewinnt, "
        "stellen wir eine Bank auf.",
        "A place with a view becomes a meeting point. Every winning town then has the same bench, facing exactly the "
        "view that people chose.",
    ),
    (
        "Gemeint sind vor allem Städte bis 30.000 Menschen. Gerade dort lohnt es sich, stehen zu bleiben. Die Bilder "
        "dürfen Kommune und Tourismusverband zeigen, wenn Sie es erlauben.",
        "Es geht vor allem um kleine Städte. Die Stadt darf Ihr Foto zeigen. Aber nur, wenn Sie es erlauben.",
        "It is above all about towns of up to 30,000 people. They are worth stopping for. The municipality and the "
        "tourism board may show the pictures if you allow it.",
    ),
    ("Bank, Rahmen und Enthüllung", "Eine Bank und ein Fest", "Bench, frame and unveiling"),
    (
        "Der Blick wird Foto- und Treffpunkt, in jeder Größenklasse einmal.",
        "Dort können Sie sich treffen und Fotos machen.",
        "The view becomes a photo and meeting point, once in each size class.",
    ),
    ("Bank am Aussichtspunkt", "Eine Bank", "Bench at the viewpoint"),
    (
        "Mit Tafel und Aufnahme in die Tourismusdaten.",
        "Mit einem Schild für Gäste.",
        "With a sign and an entry in the tourism data.",
    ),
    ("Plakatserie für die Stadt", "Plakate für die Stadt", "A series of posters for the town"),
    ("Gedruckt und als Druckdatei.", "Auf Papier und als Datei.", "Printed and as a file."),
    (
        "Arbeitsgruppe Wohnen und Leben in der Stadt, gefördert vom Wirtschaftsministerium",
        "Gruppe Wohnen und Leben in der Stadt",
        "Working group Living in Town, funded by the economics ministry",
    ),
    # contests
    ("Wettbewerbe", "Wettbewerbe", "Contests"),
    (
        "Wettbewerbe und Aufrufe für Kommunen und ihre Partner, mit Jury, Fristen und Preisen.",
        "Hier können Städte etwas gewinnen. Eine Jury wählt die besten Ideen aus.",
        "Contests and calls for municipalities and their partners, with a jury, deadlines and prizes.",
    ),
    (
        "Gesucht sind Vorhaben, die Bauen und Beleben verbinden und von Stadt und Wirtschaft gemeinsam getragen werden.",
        "Wir suchen gute Ideen für die Mitte der Stadt. Die Stadt und die Firmen sollen zusammen arbeiten.",
        "We are looking for projects that combine building and bringing to life, carried by town and business together.",
    ),
    (
        "Städte und Gemeinden; Vereine und Betriebe mit Zustimmung der Kommune",
        "Städte und Gemeinden. Vereine und Firmen, wenn die Stadt es erlaubt.",
        "Towns and municipalities; associations and businesses with the municipality's consent",
    ),
    (
        "Ein Preis für die, die anfangen: kein Gutachten, keine fertigen Pläne, aber eine Idee, die mehr als einer trägt.",
        "Sie haben eine gute Idee für Ihre Stadt? Viele wollen dabei helfen? Dann machen Sie mit.",
        "A prize for those who begin: no expert report, no finished plans, but an idea that more than one carries.",
    ),
    (
        "Jedes Vorhaben hat zwei Teile. Der eine baut etwas: einen Laden um, einen Hof auf, eine Bank hin. Der andere "
        "belebt es: mit einem Kalender, einem Verein, einer Öffnungszeit. Begonnen haben darf es noch nicht.",
        "Sie bauen etwas. Zum Beispiel eine Bank. Und Sie machen dort etwas. Zum Beispiel ein Fest. Sie dürfen noch "
        "nicht angefangen haben.",
        "Every project has two parts. One builds something: converts a shop, opens a courtyard, sets up a bench. The "
        "other brings it to life: with a calendar, an association, opening hours. It must not have begun yet.",
    ),
    (
        "Sie bewerben sich online. Sie können jederzeit speichern, andere mitschreiben lassen und vor dem Senden alles "
        "prüfen.",
        "Sie machen alles am Computer. Sie können immer speichern. Andere können mitschreiben.",
        "You apply online. You can save at any time, let others write along and check everything before sending.",
    ),
    ("Kann sich ein Verein allein bewerben?", "Kann ein Verein allein mitmachen?", "Can an association apply alone?"),
    (
        "Ja, wenn die Kommune zustimmt. Die Zustimmung laden Sie als PDF hoch.",
        "Ja, wenn die Stadt es erlaubt.",
        "Yes, if the municipality agrees. You upload its consent as a PDF.",
    ),
    (
        "Können wir die Bewerbung nach dem Senden ändern?",
        "Kann man später etwas ändern?",
        "Can we change the application after sending it?",
    ),
    (
        "Bis zum Annahmeschluss ja: zurückholen, ändern, wieder senden. Danach gilt die letzte Fassung.",
        "Ja, bis zum letzten Tag. Danach nicht mehr.",
        "Until the deadline, yes: call it back, change it, send it again. After that the last version counts.",
    ),
    ("Was sieht die Jury?", "Was sieht die Jury?", "What does the jury see?"),
    (
        "Eine eingefrorene Fassung Ihrer Bewerbung. Name und Anschrift von Personen gehören nicht dazu.",
        "Die Jury sieht Ihre Idee. Die Jury sieht nicht Ihren Namen.",
        "A frozen version of your application. Names and addresses of people are not part of it.",
    ),
    ("Muss das Geld ausgegeben sein?", "Wer bekommt das Geld?", "Must the money be spent?"),
    (
        "Das Preisgeld geht an die Kommune und wird bis zum Ende des folgenden Jahres verwendet.",
        "Die Stadt bekommt das Geld. Sie hat bis zum Ende vom nächsten Jahr Zeit.",
        "The prize money goes to the municipality and is used by the end of the following year.",
    ),
)
