"""Forms of the public pages. They check shape; what is allowed now is the actions' matter."""

from __future__ import annotations

from campaigns.forms.declaration import AuthorForm, DeclarationForm, GuardianForm
from campaigns.forms.fields import EMAIL_ERRORS, OneTownField, StatementField, email_input
from campaigns.forms.own import EraseForm, FindLinksForm, PositionForm
from campaigns.forms.photo import ACCEPT, PhotoForm
from campaigns.forms.place import PlaceForm
from campaigns.forms.reporting import ReportForm
from campaigns.forms.voting import ReceiptForm, VoterForm

__all__ = [
    "ACCEPT",
    "EMAIL_ERRORS",
    "AuthorForm",
    "DeclarationForm",
    "EraseForm",
    "FindLinksForm",
    "GuardianForm",
    "OneTownField",
    "PhotoForm",
    "PlaceForm",
    "PositionForm",
    "ReceiptForm",
    "ReportForm",
    "StatementField",
    "VoterForm",
    "email_input",
]
