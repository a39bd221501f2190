"""A code is kept as a keyed hash, once per purpose and subject."""

from __future__ import annotations

from django.db import models


class OneTimeCode(models.Model):
    """The newest code for one purpose and subject; issuing another overwrites it."""

    purpose = models.CharField(max_length=60)
    subject_hash = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    tries_left = models.PositiveSmallIntegerField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["purpose", "subject_hash"], name="one_code_per_purpose_and_subject"),
        ]

    def __str__(self) -> str:
        return self.purpose
