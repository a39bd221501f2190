"""What comes round every few minutes: photos that a killed worker left behind, guardians who have not answered."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from campaigns import actions
from campaigns.enums import Phase
from campaigns.queries import in_phase
from campaigns.tasks import catch_up


class Command(BaseCommand):
    help = "Hands photos over again that wait for ten minutes; reminds silent guardians once and ends what they leave."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run once."""
        now = timezone.now()
        self.stdout.write(f"{catch_up(now)} handed over again")
        self.stdout.write(f"{actions.release_due_decisions(now=now)} decisions carried out")
        running = in_phase(Phase.VOTING, Phase.COUNTING, now=now)
        gathered = sum(actions.gather_cases(campaign=campaign, now=now) for campaign in running)
        self.stdout.write(f"{gathered} doubtful ballots put into cases")
        found = actions.import_all(accounts=settings.INSTAGRAM_ACCOUNTS, now=now)
        self.stdout.write(f"{found} posts fetched from Instagram")
        reminded, ended = actions.look_after_guardians(now=now)
        self.stdout.write(f"{reminded} guardians reminded, {ended} entries ended without an answer")
