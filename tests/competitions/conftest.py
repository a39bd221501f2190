"""The cast of a competition."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from competitions.models import Application, Candidate, PanelMember, Stage
from tests.accounts.factories import make_cast_member
from tests.competitions import factories


@pytest.fixture
def office(db: None) -> User:
    return make_cast_member("office")


@pytest.fixture
def applicant(db: None) -> User:
    return make_cast_member("applicant")


@pytest.fixture
def rival(db: None) -> User:
    """Another applicant, with nothing to do with the first."""
    return make_cast_member("rival")


@pytest.fixture
def outsider(db: None) -> User:
    return make_cast_member("outsider")


@pytest.fixture
def stage(db: None) -> Stage:
    """Takes applications at factories.NOW; has a form, criteria, no panel."""
    return factories.make_stage()


@pytest.fixture
def draft(stage: Stage, applicant: User) -> Application:
    return factories.make_draft(stage, applicant)


@pytest.fixture
def sent(stage: Stage, applicant: User) -> Application:
    return factories.make_sent(stage, applicant)


@pytest.fixture
def candidate(stage: Stage, applicant: User, office: User) -> Candidate:
    return factories.make_candidate(stage, applicant, office)


@pytest.fixture
def juror(stage: Stage, office: User) -> PanelMember:
    """A member of the stage's panel, with nothing assigned yet."""
    return factories.make_juror(stage, office, "juror@example.org", name="Juri Jury")


@pytest.fixture
def second_juror(stage: Stage, office: User) -> PanelMember:
    return factories.make_juror(stage, office, "second.juror@example.org", name="Jana Jury")


@pytest.fixture
def recused_juror(stage: Stage, office: User) -> PanelMember:
    """A juror from the applicant's own town: the system finds the conflict."""
    return factories.make_juror(
        stage, office, "recused.juror@example.org", name="Bea Befangen", municipality=factories.make_municipality()
    )
