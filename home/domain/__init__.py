"""What is true about dates and offers on the alliance's pages."""

from __future__ import annotations

from home.domain.dates import DateGroup, DateRow, arrange
from home.domain.offers import Offer, Stop, line, order_offers

__all__ = ["DateGroup", "DateRow", "Offer", "Stop", "arrange", "line", "order_offers"]
