"""A document on its way: acts by people of a small body, one minute apart.

The sample day is Wednesday 14 August 2024, 08:00.
"""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from vanphong.calendars.clock import TZ
from vanphong.organisation.rules import tokens_for
from vanphong.routing import rules
import pytest


NOW = datetime(2024, 8, 14, 8, 0, tzinfo=TZ)

#: user id -> (position, groups)
PEOPLE = {
    "clerk": ("Văn thư", ["Clerks:ubnd"]),
    "chief": ("Chánh Văn phòng", ["Leaders:vp"]),
    "leader": ("Chủ tịch", ["Leaders:ubnd"]),
    "deputy": ("Phó Chủ tịch", ["Leaders:ubnd"]),
    "head": ("Trưởng phòng VH&TT", ["Leaders:vhtt"]),
    "unit-clerk": ("Văn thư phòng VH&TT", ["Clerks:vhtt"]),
    "worker": ("Chuyên viên VH&TT", ["Members:vhtt"]),
    "colleague": ("Chuyên viên khác VH&TT", ["Members:vhtt"]),
    "other-head": ("Trưởng phòng Nội vụ", ["Leaders:nv"]),
}


class Journey:
    """One routing sheet, the time, and short ways to act on it."""

    def __init__(self):
        self.sheet = ()
        self.now = NOW

    def by(self, user):
        title, groups = PEOPLE[user]
        return rules.By(user, title, tokens_for(user, groups), self.now)

    def day(self, days=0, hour=17):
        """An hour of the sample day, or of a day after it."""
        return NOW.replace(hour=hour) + timedelta(days=days)

    @property
    def stage(self):
        return rules.stage(self.sheet)

    def step(self, action, actor=None):
        """The newest step of this kind."""
        found = [
            step
            for step in self.sheet
            if step.action == action and (actor is None or step.actor == actor)
        ]
        return found[-1]

    def again(self, step):
        """The step as it is now."""
        return rules.find(self.sheet, step.uid)

    def do(self, move, step, user, **more):
        """Make a move one minute after the last one; the newest step is returned."""
        before = self.sheet
        self.now += timedelta(minutes=1)
        self.sheet = getattr(rules, move)(before, step.uid, self.by(user), **more)
        return self.sheet[-1]

    def present(self, user="clerk", to="leader", **more):
        self.now += timedelta(minutes=1)
        self.sheet = rules.present(self.sheet, to, PEOPLE[to][0], self.by(user), **more)
        return self.sheet[-1]

    def direct(self, user="leader", author="leader", directive="d1", replaces="", **cast):
        """Direct: ``lead``, ``coordinators`` and ``inform`` are unit names or user ids."""
        parts = [(rules.Action.LEAD, name) for name in _names(cast.get("lead", "vhtt"))]
        parts += [(rules.Action.COORDINATE, name) for name in cast.get("coordinators", ())]
        parts += [(rules.Action.INFORM, name) for name in cast.get("inform", ())]
        self.now += timedelta(minutes=1)
        self.sheet = rules.direct(
            self.sheet,
            [rules.Assignment(action, token(name), name) for action, name in parts],
            self.by(user),
            directive=directive,
            due=cast.get("due", self.day(5)),
            text="Chủ trì, tham mưu trả lời.",
            author=author,
            author_title=PEOPLE[author][0],
            replaces=replaces,
        )
        return self.step("lead")

    def alone(self, action="lead", state="open", **more):
        """A sheet of this one step, held by the unit VH&TT, given by the leader."""
        step = rules.Step(
            action=rules.Action(action),
            actor="Desk:vhtt",
            actor_title="Phòng VH&TT",
            giver="leader",
            giver_title="Chủ tịch",
            started_at=self.now,
            state=rules.State(state),
            directive="d1",
        )
        step = replace(step, **more)
        self.sheet = (step,)
        return step


def _names(value):
    return [value] if isinstance(value, str) else list(value)


def token(name):
    return name if name in PEOPLE else f"Desk:{name}"


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def directed(journey):
    """Presented to the leader, who has named VH&TT the lead and NV a coordinator."""
    journey.present()
    journey.direct(coordinators=["nv"], inform=["chief"])
    return journey


@pytest.fixture
def assigned(directed):
    """VH&TT has received and given the lead to a worker."""
    lead = directed.step("lead")
    directed.do("receive", lead, "head")
    directed.do("assign", lead, "head", user_id="worker", title=PEOPLE["worker"][0], due=None)
    return directed
