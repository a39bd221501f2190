"""The demo's translated pages, sentence by sentence: German, Leichte Sprache, English."""

from __future__ import annotations

from cms.demo.stories.languages_offers import OFFERS

WORDS: tuple[tuple[str, str, str], ...] = (
    # the start page
    ("Start", "Start", "Home"),
    (
        "Mehr als hundert Kommunen, Kammern, Verbände und Ministerien arbeiten in Thüringen zusammen, damit Menschen "
        "gern in die Innenstadt kommen: zum Wohnen, Arbeiten, Einkaufen, Bleiben.",
        "Viele Städte und Vereine in Thüringen arbeiten zusammen. Sie wollen: Die Mitte der Stadt soll schön sein. "
        "Alle Menschen sollen gern dort sein.",
        "More than a hundred municipalities, chambers, associations and ministries in Thuringia work together so that "
        "people enjoy coming to the town centre: to live, work, shop and stay.",
    ),
    ("Die Stadt beginnt", "Die Stadt beginnt", "A town begins"),
    ("in der Mitte.", "in der Mitte.", "in its centre."),
    ("Damit die Mitte lebt", "Das wollen wir", "Keeping the centre alive"),
    (
        "Das Aktionsbündnis bringt zusammen, wer in Thüringens Innenstädten etwas bewegen kann: Ministerien, Kammern, "
        "Kommunen, Verbände und Menschen mit einem Ladenschlüssel. Wir tauschen aus, was trägt, probieren es vor Ort "
        "aus und sagen dem Land, was die Städte dafür brauchen.",
        "Wir sind ein Bündnis. Das heißt: Viele machen zusammen etwas. Wir reden über gute Ideen. Wir probieren die "
        "Ideen aus. Wir sagen der Politik: Das brauchen die Städte.",
        "The alliance brings together everyone who can move something in Thuringia's town centres: ministries, "
        "chambers, municipalities, associations and people with a shop key. We share what works, try it out on the "
        "spot and tell the state what towns need for it.",
    ),
    (
        "gegründet auf Anregung der IHK Erfurt",
        "In diesem Jahr hat das Bündnis angefangen.",
        "founded at the suggestion of the Erfurt chamber of industry and commerce",
    ),
    ("Einrichtungen arbeiten mit", "So viele machen mit.", "organisations take part"),
    (
        "der Läden in den Zentren stehen leer, sechs Punkte mehr als 2018",
        "So viele Läden sind leer. Das ist mehr als 1 von 4 Läden.",
        "of shops in the centres stand empty, six points more than in 2018",
    ),
    ("Gemeinsam gelingt es", "Zusammen schaffen wir es", "Together it works"),
    (
        "Keine Stadt löst das allein, kein Ministerium und kein Laden auch. Darum sitzen bei uns alle an einem Tisch, "
        "und wer die Bündniserklärung unterzeichnet, nimmt Platz.",
        "Eine Stadt allein schafft das nicht. Darum arbeiten wir zusammen. Jede Stadt und jeder Verein kann mitmachen.",
        "No town can solve this alone, nor can a ministry or a shop. That is why everyone sits at one table here, and "
        "whoever signs the declaration takes a seat.",
    ),
    ("Drei Arbeitsgruppen", "Drei Gruppen", "Three working groups"),
    ("Pilotprojekte", "Das probieren wir aus", "Pilot projects"),
    ("Termine", "Termine", "Dates"),
    ("Aktuelles", "Neues", "News"),
    (
        "Ein leerer Laden ist kein Schicksal. Er ist eine Adresse, die noch niemand gefragt hat.",
        "Ein leerer Laden muss nicht leer bleiben. Man muss nur fragen.",
        "An empty shop is not a fate. It is an address that nobody has asked yet.",
    ),
    (
        "Stadtmanagement, Mittelstadt im Süden des Landes",
        "Aus einer Stadt im Süden von Thüringen",
        "Town management, a mid-sized town in the south of the state",
    ),
    (
        "Seit die Bäume da sind, trinken die Leute ihren Kaffee wieder draußen.",
        "Jetzt gibt es Bäume. Die Menschen trinken ihren Kaffee wieder draußen.",
        "Since the trees arrived, people drink their coffee outside again.",
    ),
    ("Gastronomie, Nordhausen", "Aus einem Café in Nordhausen", "A café in Nordhausen"),
    (
        "Ich mag meine Stadt, weil ich auf dem Markt immer jemanden treffe.",
        "Ich mag meine Stadt. Auf dem Markt treffe ich immer jemanden.",
        "I like my town because I always meet somebody in the market square.",
    ),
    ("Schüler, 16, Greiz", "Schüler, 16 Jahre, aus Greiz", "Pupil, 16, Greiz"),
    ("Was leer steht, was zählt", "Wichtige Zahlen", "What stands empty, what counts"),
    ("der Läden in den Zentren stehen leer", "So viele Läden sind leer.", "of shops in the centres stand empty"),
    (
        "Fotos kamen 2025 beim Vorläufer des schönsten Blicks zusammen",
        "So viele Fotos haben Menschen im Jahr 2025 geschickt.",
        "photos were sent in 2025 for the forerunner of the finest view",
    ),
    (
        "Städte haben Wanderbäume erprobt oder erproben sie gerade",
        "So viele Städte haben Bäume in Kübeln ausprobiert.",
        "towns have tried wandering trees or are trying them now",
    ),
    (
        "Angaben des Bündnisses aus den Jahren 2023 bis 2025",
        "Die Zahlen sind vom Bündnis.",
        "Figures of the alliance, 2023 to 2025",
    ),
    ("Dokumente", "Texte zum Lesen", "Documents"),
    ("Weitere Initiativen", "Andere gute Gruppen", "Other initiatives"),
    (
        "Netzwerk der Citymanagerinnen und Citymanager: Wer vor Ort arbeitet, berät einander ohne Umweg.",
        "Diese Menschen kümmern sich um die Mitte der Stadt. Sie helfen sich gegenseitig.",
        "A network of town-centre managers: those who work on the spot advise each other directly.",
    ),
    (
        "Menschen, die leeren Häusern eine Aufgabe geben, und ihr Wissen dazu.",
        "Diese Menschen finden neue Aufgaben für leere Häuser.",
        "People who give empty houses a purpose, and the knowledge that goes with it.",
    ),
    (
        "Beratung für alle, die mit einer Idee in ein Ladenlokal wollen.",
        "Sie haben eine Idee für einen Laden? Hier hilft man Ihnen.",
        "Advice for everyone who wants to bring an idea into a shop.",
    ),
    (
        "Händlerschaft und Gastronomie, die ihre Straße gemeinsam gestalten.",
        "Läden und Cafés machen ihre Straße zusammen schön.",
        "Shops and cafés that shape their street together.",
    ),
    (
        "Einmal im Monat: Termine, Förderfristen und ein Beispiel, das gelungen ist. Abbestellen geht mit einem Klick.",
        "Wir schreiben Ihnen 1-mal im Monat eine E-Mail. Sie wollen keine E-Mails mehr? Das geht ganz leicht.",
        "Once a month: dates, funding deadlines and an example that worked. You can unsubscribe with one click.",
    ),
    ("Geschäftsstelle", "Unser Büro", "Office"),
    ("Projektleitung", "Leitung", "Project lead"),
    ("Strategie, Gremien, Förderung", "Plant die Arbeit vom Bündnis", "Strategy, bodies, funding"),
    ("Projektassistenz", "Hilfe für die Leitung", "Project assistance"),
    ("Arbeitsgruppen, Veranstaltungen", "Hilft den Gruppen", "Working groups, events"),
    ("Kommunikation", "Texte und Bilder", "Communication"),
    ("Presse, Kampagnen, Website", "Schreibt für die Zeitung und für diese Seite", "Press, campaigns, website"),
    ("Sekretariat", "Telefon und Post", "Secretariat"),
    ("Termine, Räume, Anmeldungen", "Hilft bei Terminen und Anmeldungen", "Dates, rooms, registrations"),
    ("Ihre Hinweise", "Schreiben Sie uns", "Your comments"),
    (
        "Ein gutes Beispiel, ein Fehler, eine Frage? Schreiben Sie uns. Wir lesen alles.",
        "Haben Sie eine Frage? Ist etwas falsch? Schreiben Sie uns. Wir lesen alles.",
        "A good example, a mistake, a question? Write to us. We read everything.",
    ),
    ("Für Partner im Aktionsbündnis", "Für Partner vom Bündnis", "For partners of the alliance"),
    (
        "Melden Sie sich mit Ihrer E-Mail-Adresse an. Sie bekommen einen Code, ein Passwort brauchen Sie nicht.",
        "Schreiben Sie Ihre E-Mail-Adresse auf. Dann bekommen Sie eine E-Mail mit einer Nummer. Damit melden Sie sich an.",
        "Log in with your e-mail address. You receive a code; you need no password.",
    ),
    # the alliance
    ("Bündnis", "Das Bündnis", "Alliance"),
    (
        "Seit dem 8. Juni 2021 arbeiten in Thüringen Land, Kammern, Kommunen und Verbände für lebendige Innenstädte "
        "zusammen.",
        "Das Bündnis gibt es seit dem Jahr 2021. Ein Bündnis heißt: Viele arbeiten zusammen. Wir wollen schöne Städte.",
        "Since 8 June 2021 the state, chambers, municipalities and associations of Thuringia have worked together for "
        "lively town centres.",
    ),
    ("Wofür wir arbeiten", "Das wollen wir", "What we work for"),
    (
        "Innenstädte sollen mehr können als verkaufen: wohnen, arbeiten, lernen, sich treffen, ausruhen. Das Bündnis "
        "stärkt diese Aufgaben, indem es Wissen teilt, Projekte anschiebt und mit einer Stimme spricht.",
        "In der Mitte der Stadt gibt es Läden. Aber das ist nicht genug. Menschen wollen dort auch wohnen. Sie wollen "
        "sich treffen. Sie wollen sich ausruhen. Dabei helfen wir.",
        "Town centres should do more than sell: people live, work, learn, meet and rest there. The alliance "
        "strengthens these tasks by sharing knowledge, starting projects and speaking with one voice.",
    ),
    (
        "Die Leitung teilen sich das Infrastrukturministerium, das Wirtschaftsministerium und die IHK Erfurt, auf deren "
        "Anregung das Bündnis entstanden ist.",
        "Drei leiten das Bündnis zusammen. Zwei davon sind Ministerien. Ein Ministerium gehört zur Politik. "
        "Die Dritte ist die IHK Erfurt.",
        "It is led jointly by the ministry for infrastructure, the economics ministry and the Erfurt chamber of "
        "industry and commerce, which suggested it.",
    ),
    ("Wie wir arbeiten", "So arbeiten wir", "How we work"),
    ("Bündnistreffen", "Großes Treffen", "Alliance meeting"),
    (
        "drei- bis viermal im Jahr, alle Mitglieder",
        "3-mal oder 4-mal im Jahr, mit allen",
        "three to four times a year, all members",
    ),
    ("Lenkungskreis", "Treffen der Leitung", "Steering group"),
    ("jedes Vierteljahr, in erweiterter Runde", "alle 3 Monate", "every quarter, in a wider circle"),
    ("Jour fixe", "Kleines Treffen", "Jour fixe"),
    ("jeden Monat", "jeden Monat", "every month"),
    ("Arbeitsgruppen", "Gruppen", "Working groups"),
    ("drei, jeden Monat", "Es gibt drei Gruppen. Sie treffen sich jeden Monat.", "three, every month"),
    (
        "seit Januar 2023 bei der Landesentwicklungsgesellschaft in Erfurt",
        "Das Büro ist in Erfurt.",
        "since January 2023 at the state development company in Erfurt",
    ),
    (
        "Gute Ideen liegen auf der Straße. Man muss sie nur weitersagen.",
        "Es gibt viele gute Ideen. Man muss sie weitersagen.",
        "Good ideas lie in the street. They only have to be passed on.",
    ),
    ("Aus einem Bündnistreffen", "Das hat jemand beim Treffen gesagt.", "Said at an alliance meeting"),
)
EVERYTHING = (*WORDS, *OFFERS)
LEICHT = {german: easy for german, easy, _english in EVERYTHING}
ENGLISH = {german: english for german, _easy, english in EVERYTHING}
