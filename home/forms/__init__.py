"""Forms of the site; they check shape, the actions decide."""

from __future__ import annotations

from home.forms.feedback import BarrierForm, FeedbackForm, local_path

__all__ = ["BarrierForm", "FeedbackForm", "local_path"]
