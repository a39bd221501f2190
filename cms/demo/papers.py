"""Sets a demo paper as tagged PDF (PDF/UA-1 where it claims to be accessible)."""

from __future__ import annotations

import json

import typst

from cms.demo.stories.papers import Paper

SOURCE = """
#let paper = json(bytes(sys.inputs.paper))
#set document(title: paper.title, author: "Aktionsbündnis „Innenstädte mit Zukunft“ (Vorführung)")
#set text(font: ("Liberation Sans", "Libertinus Serif"), size: 11pt, lang: "de", region: "DE")
#set page(paper: "a4", margin: (x: 28mm, y: 30mm), footer: text(size: 8pt)[Vorführung mit erfundenen Inhalten])
#set par(leading: 0.75em)
#show heading.where(level: 1): set text(size: 26pt)
#show heading.where(level: 2): set block(above: 2em, below: 0.8em)
= #paper.title
#for section in paper.sections [
  == #section.at(0)
  #section.at(1)
]
"""


def set_paper(paper: Paper) -> bytes:
    """Return the PDF."""
    data = json.dumps({"title": paper.title, "sections": paper.sections})
    standards = ["ua-1"] if paper.is_accessible else []
    return bytes(typst.compile(SOURCE.encode(), format="pdf", sys_inputs={"paper": data}, pdf_standards=standards))
