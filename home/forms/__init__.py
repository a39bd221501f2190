"""Forms of the site; they check shape, the actions decide."""

from __future__ import annotations

from home.forms.feedback import BarrierForm, FeedbackForm, local_path
from home.forms.signing import RefusalForm, SigningForm

__all__ = ["BarrierForm", "FeedbackForm", "RefusalForm", "SigningForm", "local_path"]
