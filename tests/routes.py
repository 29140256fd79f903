"""Routes for tests: short ways to write a template, a plan and who holds which post."""

from dataclasses import replace
from datetime import datetime
from vanphong.calendars.clock import TZ
from vanphong.calendars.rules import DEFAULT_CALENDAR
from vanphong.organisation.rules import tokens_for
from vanphong.routing import rules
from vanphong.routing.rules import Action
from vanphong.routing.rules.planning import Candidate
from vanphong.routing.rules.routes import RELATION_TEXTS
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Facts
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.routes import Vacant
from vanphong.routing.rules.routes import Who


NOW = datetime(2024, 8, 14, 8, 0, tzinfo=TZ)

#: user id -> (position, groups)
PEOPLE = {
    "drafter": ("Chuyên viên", ["Members:unit"]),
    "head": ("Trưởng phòng", ["Leaders:unit"]),
    "appraiser": ("Chuyên viên tổng hợp", ["Members:vp", "Appraisers:vp"]),
    "chief": ("Chánh Văn phòng", ["Leaders:vp"]),
    "leader": ("Phó Chủ tịch", ["Leaders:ubnd"]),
    "chairman": ("Chủ tịch", ["Leaders:ubnd"]),
    "clerk": ("Văn thư", ["Clerks:ubnd"]),
    "other": ("Trưởng phòng khác", ["Leaders:nv"]),
}


def step(id_, action, relation, **more):
    """A step of a template."""
    who = Who(Relation(relation), more.pop("unit", ""), more.pop("position", ""))
    if "vacant" in more:
        more["vacant"] = Vacant(more["vacant"])
    return RouteStep(id_, Action(action), who, **more)


DRAFT = step("draft", "draft", "drafter")
REVIEW = step("review", "review", "unit_head", hours=4, back_to=("draft",))
OPINE = step("opine", "opine", "related_units", hours=8, vacant="skip")
APPRAISE = step("appraise", "appraise", "appraiser", hours=8, back_to=("review", "draft"))
OFFICE = step("office", "appraise", "office_head", hours=4, back_to=("appraise",))
SIGN = step("sign", "sign", "leader_in_charge", hours=8, back_to=("review", "draft"))
NUMBER = step("number", "number", "clerk", hours=4)

#: The way of an outgoing document of the body.
OUT = (DRAFT, REVIEW, OPINE, APPRAISE, OFFICE, SIGN, NUMBER)

#: That of one which the unit issues itself.
UNIT = (
    DRAFT,
    REVIEW,
    step("sign", "sign", "unit_head", hours=4, back_to=("draft",)),
    NUMBER,
)

IN = (
    step("office", "direct", "office_head", hours=4, vacant="skip"),
    step("leader", "direct", "leader_in_charge", hours=8),
    step("lead", "lead", "unit_desk"),
)


def route(*steps, direction="out", title="Trình ký văn bản đi", **more):
    """A template of these steps, of all usual ones without any."""
    usual = OUT if direction == "out" else IN
    condition = Condition(
        **{
            name: tuple(values) if name == "senders" else frozenset(values)
            for name, values in more.pop("condition", {}).items()
        }
    )
    return Route(more.pop("uid", "r"), 1, title, direction, condition, steps or usual, **more)


def facts(direction="out", **more):
    """Facts of a document."""
    return Facts(direction, **more)


class Posts:
    """Holders as the planning asks for them."""

    def __init__(self, **held):
        self.held = {
            "drafter": [Candidate("drafter", "Chuyên viên")],
            "unit_head": [Candidate("head", "Trưởng phòng")],
            "appraiser": [Candidate("appraiser", "Chuyên viên tổng hợp")],
            "office_head": [Candidate("chief", "Chánh Văn phòng")],
            "leader_in_charge": [Candidate("leader", "Phó Chủ tịch")],
            "body_head": [Candidate("chairman", "Chủ tịch")],
            "clerk": [Candidate("Clerks:ubnd", "Văn thư")],
            "related_units": [],
            "unit_desk": [Candidate("Desk:nv", "Phòng Nội vụ")],
            **held,
        }
        self.stand = {
            "unit_head": [Candidate("deputy", "Phó Trưởng phòng")],
            "appraiser": [Candidate("chief", "Chánh Văn phòng")],
            "leader_in_charge": [Candidate("chairman", "Chủ tịch")],
        }

    def holders(self, who, action):
        """Whoever could hold a step."""
        return self.held.get(str(who.relation), [])

    def deputies(self, who):
        """Who stands in for a vacant post."""
        return self.stand.get(str(who.relation), [])

    def post(self, who):
        """How the post is called."""
        return RELATION_TEXTS[who.relation]


def by(user, minutes=0, **more):
    """Somebody who acts, so many minutes after the beginning."""
    title, groups = PEOPLE[user]
    at = NOW.replace(minute=0)
    moment = at.replace(hour=8 + minutes // 60, minute=minutes % 60)
    one = rules.By(user, title, tokens_for(user, groups), moment, calendar=DEFAULT_CALENDAR)
    return replace(one, **more)
