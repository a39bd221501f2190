"""Counts a published count file again and says whether it gives the published table."""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from campaigns.domain.countfile import CountFileError, Recount, read, recount
from campaigns.domain.tally import Contender, EntryTotal
from campaigns.models import Campaign
from campaigns.queries import published_result


class Command(BaseCommand):
    help = "Reproduces the published table of CAMPAIGN (its slug) from the count file FILE."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """CAMPAIGN and FILE."""
        parser.add_argument("campaign", help="the campaign's slug")
        parser.add_argument("file", type=Path, help="the count file as downloaded")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the table; exit code 1 unless it equals the published one."""
        campaign = Campaign.objects.filter(slug=options["campaign"]).first()
        if campaign is None:
            raise CommandError(f"There is no campaign {options['campaign']}.")
        result = published_result(campaign)
        if result is None:
            raise CommandError(f"{campaign.title}: the result is not published yet.")
        path: Path = options["file"]
        try:
            data = path.read_bytes()
            counted = _recounted(data.decode("utf-8"), result.snapshot)
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        except (UnicodeDecodeError, CountFileError) as error:
            raise CommandError(f"{path.name} is no count file of this campaign: {error}") from error
        self._print(counted)
        sha256 = hashlib.sha256(data).hexdigest()
        problems = _differences(counted, result.snapshot)
        if sha256 != result.count_sha256:
            problems.append(f"SHA-256 is {sha256}, published was {result.count_sha256}")
        if problems:
            raise CommandError("NOT the published result: " + "; ".join(problems))
        self.stdout.write(f"SHA-256 {sha256}\nequals the published result of {result.published_at:%Y-%m-%d}")

    def _print(self, counted: Recount) -> None:
        for line in counted.tally.entries:
            self.stdout.write(f"{line.place:>5}  {line.votes:>7}  {line.code:<8} {line.town}: {line.title}")
        left_out = ", ".join(f"{reason} {number}" for reason, number in counted.excluded.items()) or "none"
        self.stdout.write(f"{counted.receipts} ballots, {counted.counted} votes counted, excluded: {left_out}")


def _recounted(text: str, snapshot: dict[str, Any]) -> Recount:
    """Count the file again, over the ballot paper that was frozen with the result."""
    field = [
        Contender(**{name: line[name] for name in ("code", "title", "ags", "town", "size_class")})
        for line in snapshot["entries"]
    ]
    return recount(read(text.splitlines()), field, per_voter=snapshot["votes_per_voter"])


def _differences(counted: Recount, snapshot: dict[str, Any]) -> list[str]:
    """What the recount and the published table disagree about, in words."""
    table = counted.tally.as_dict()
    found = [f"other {part}" for part in ("entries", "towns", "classes") if table[part] != snapshot[part]]
    published = {line["code"]: line["votes"] for line in snapshot["entries"]}
    found += [_other(line, published) for line in counted.tally.entries if published.get(line.code) != line.votes][:5]
    figures = {"ballots": counted.receipts, "counted": counted.counted, "excluded": counted.excluded}
    return found + [f"other {name}" for name, value in figures.items() if snapshot[name] != value]


def _other(line: EntryTotal, published: dict[str, int]) -> str:
    return f"{line.code} has {line.votes} votes, published were {published.get(line.code)}"
