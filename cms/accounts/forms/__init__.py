"""Forms of the account pages: they check shape, the actions check the rules."""

from __future__ import annotations

from cms.accounts.forms.account import NameForm
from cms.accounts.forms.login import CodeForm, EmailForm
from cms.accounts.forms.second_factor import (
    ActivateAppForm,
    AddPasskeyForm,
    EditPasskeyForm,
    FactorAgainForm,
    FactorForm,
)
from cms.accounts.forms.staff import AccountForm

__all__ = [
    "AccountForm",
    "ActivateAppForm",
    "AddPasskeyForm",
    "CodeForm",
    "EditPasskeyForm",
    "EmailForm",
    "FactorAgainForm",
    "FactorForm",
    "NameForm",
]
