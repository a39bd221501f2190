"""Printed matter of the house: certificates, posters, minutes, cards. Laid out by typst, tagged for screen readers.

A layout is a file `templates/<app>/documents/<name>.typ`. It holds no words of its own: everything to be read comes in
its data, already translated, so one layout serves every language. Data are plain JSON values; they reach the layout as
text, never as markup, so nobody's title can become a command.
"""

from __future__ import annotations

from cms.core.documents.codes import qr_svg
from cms.core.documents.typesetting import DocumentError, render_pdf, render_png

__all__ = ["DocumentError", "qr_svg", "render_pdf", "render_png"]
