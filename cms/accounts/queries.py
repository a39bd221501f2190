"""What the account pages show."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.models import Authenticator

from cms.accounts.enums import Role
from cms.accounts.models import RoleGrant, User

DEMO_PEOPLE_PER_ROLE = 8
DEMO_ORDER = (Role.EDITOR, Role.MODERATOR, Role.OFFICE, Role.ADMIN, Role.JUROR, Role.APPLICANT, Role.MEMBER)


@dataclass(frozen=True)
class Factors:
    """The second factors of one account."""

    has_app: bool
    passkeys: int
    recovery_codes: int

    @property
    def is_protected(self) -> bool:
        """Whether there is a factor that counts."""
        return self.has_app or self.passkeys > 0


def factors_of(user: User) -> Factors:
    """Return what is set up for USER."""
    held = list(Authenticator.objects.filter(user=user))
    recovery = next((one for one in held if one.type == Authenticator.Type.RECOVERY_CODES), None)
    return Factors(
        has_app=any(one.type == Authenticator.Type.TOTP for one in held),
        passkeys=sum(one.type == Authenticator.Type.WEBAUTHN for one in held),
        recovery_codes=len(recovery.wrap().get_unused_codes()) if recovery else 0,
    )


def demo_people() -> list[tuple[Role, list[User]]]:
    """Return the people of the demo world by role, a few for each; somebody with several roles stands once."""
    grants = RoleGrant.objects.filter(user__is_active=True).select_related("user").order_by("user_id")
    by_role: dict[str, list[User]] = {}
    for grant in grants:
        by_role.setdefault(grant.role, []).append(grant.user)
    seen: set[int] = set()
    people: list[tuple[Role, list[User]]] = []
    for role in DEMO_ORDER:
        fresh = [user for user in by_role.get(role, []) if user.pk not in seen][:DEMO_PEOPLE_PER_ROLE]
        seen.update(user.pk for user in fresh)
        if fresh:
            people.append((role, fresh))
    return people
