"""A cost and financing plan: both sums must be equal, and the grant may not exceed its share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from .answers import read_number


@dataclass(frozen=True)
class PlanSums:
    """In euro. `share` is the grant's percentage of all costs, one decimal, or None without costs."""

    costs: Decimal
    funding: Decimal
    grant: Decimal

    @property
    def difference(self) -> Decimal:
        """Costs that are not financed yet (negative: financed too much)."""
        return self.costs - self.funding

    @property
    def balanced(self) -> bool:
        return self.costs == self.funding and self.costs > 0

    @property
    def share(self) -> Decimal | None:
        if not self.costs:
            return None
        return (100 * self.grant / self.costs).quantize(Decimal("0.1"), ROUND_HALF_UP)

    def exceeds(self, max_share: Decimal | None) -> bool:
        """Compared exactly, not as rounded for show."""
        return max_share is not None and 100 * self.grant > max_share * self.costs


def plan_sums(plan: Mapping[str, Any] | None) -> PlanSums:
    """Sums over all amounts that can be read; the grant is part of the funding."""
    plan = plan or {}
    grant = amount_of(plan.get("grant")) or Decimal(0)
    costs = sum(_amounts(plan.get("costs") or ()), Decimal(0))
    funding = sum(_amounts(plan.get("funding") or ()), grant)
    return PlanSums(costs, funding, grant)


def amount_of(value: str | None) -> Decimal | None:
    return read_number(value) if value else None


def _amounts(rows: Sequence[Mapping[str, Any]]) -> Iterator[Decimal]:
    for row in rows:
        amount = amount_of(row.get("amount"))
        if amount is not None:
            yield amount
