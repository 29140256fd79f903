"""What people are told of a change of a sheet."""

from dataclasses import replace
from vanphong.routing import rules
from vanphong.routing.rules import news
import pytest


def told(before, after, **more):
    return [(one.kind, one.to) for one in news.news(before, after, **more)]


@pytest.fixture
def change(assigned):
    """Make a move, and give the sheet before and after it."""

    def make(move, step, user, **more):
        before = assigned.sheet
        assigned.do(move, step, user, **more)
        return before, assigned.sheet

    make.journey = assigned
    return make


def persons(change):
    return change.journey.step("lead", "worker")


def test_a_reminder_is_told_to_the_holder_with_its_words(change):
    before, after = change("urge", persons(change), "chief", text="Gấp.")
    (one,) = news.news(before, after)
    assert (one.kind, one.to, one.text) == ("urged", "worker", news.URGED_SAYING)
    assert (one.mapping()["said"], one.mapping()["action"], one.urgent) == ("Gấp.", "Lead", True)


def test_a_reminder_without_words(change):
    (one,) = news.news(*change("urge", persons(change), "chief"))
    assert one.text == news.URGED


def test_a_second_reminder_replaces_the_first(change):
    first = news.news(*change("urge", persons(change), "chief"))
    second = news.news(*change("urge", persons(change), "chief", text="Lần 2."))
    assert first[0].key == second[0].key


def test_what_is_handed_back_is_told_to_who_gave_it(change):
    before, after = change("hand_back", persons(change), "worker", reason="Không đúng việc.")
    (one,) = news.news(before, after)
    assert (one.kind, one.to, one.said) == ("returned", "head", "Không đúng việc.")
    assert one.who == "Chuyên viên VH&TT"


@pytest.mark.parametrize(
    ("grant", "text", "said"),
    [(True, news.MORE_TIME, ""), (False, news.NO_MORE_TIME, "Không có lý do.")],
)
def test_a_decision_on_more_time_is_told_to_who_asked(directed, grant, text, said):
    lead = directed.step("lead")
    directed.do("ask_extension", lead, "head", due=directed.day(9), reason="Chờ số liệu.")
    before = directed.sheet
    more = {"grant": True} if grant else {"grant": False, "reason": said}
    directed.do("decide_extension", directed.step("extend"), "leader", **more)
    (one,) = news.news(before, directed.sheet)
    assert (one.kind, one.to, one.text) == ("extension", "Desk:vhtt", text)
    assert one.said == said
    assert one.due == (f"{directed.day(9):%d/%m/%Y}" if grant else "")


def test_another_holder_and_the_former_one_are_told(assigned):
    before = assigned.sheet
    step = assigned.step("lead", "worker")
    by = assigned.by("chief")
    after = rules.replace_holder(
        before, (), step.uid, "colleague", "Chuyên viên khác", by, reason="Nghỉ ốm."
    )
    new, former = news.news(before, after)
    assert (new.kind, new.to, new.text) == ("replaced", "colleague", news.TAKEN_OVER)
    assert (new.who, new.said, new.step) == (step.actor_title, "Nghỉ ốm.", after[-1].uid)
    assert (former.to, former.text) == ("worker", news.GIVEN_TO_ANOTHER)
    assert former.who == "Chuyên viên khác"
    # the same of an urgent document is told once
    assert told(before, after, urgent=True) == told(before, after)


@pytest.mark.parametrize("move", ["present", "assign", "report"])
def test_what_the_list_shows_by_itself_is_not_told(journey, move):
    if move == "present":
        before = journey.sheet
        journey.present()
    else:
        lead = journey.alone(state="received")
        before = journey.sheet
        more = (
            {"user_id": "worker", "title": "Chuyên viên", "due": None}
            if move == "assign"
            else {"result": "Đang làm."}
        )
        journey.do(move, lead, "head", **more)
    assert told(before, journey.sheet) == []


def test_of_an_urgent_document_each_new_step_is_told_but_none_for_information(journey):
    journey.present()
    before = journey.sheet
    journey.direct(coordinators=["nv"], inform=["chief"])
    assert told(before, journey.sheet, urgent=True) == [
        ("urgent", "Desk:vhtt"),
        ("urgent", "Desk:nv"),
    ]


def test_what_ends_or_is_given_on_makes_its_news_moot(assigned):
    before = assigned.sheet
    worker = assigned.step("lead", "worker")
    assigned.do("finish", worker, "worker", result="Xong.")
    gone = {one.step: one.actor for one in news.gone(before, assigned.sheet)}
    assert gone[worker.uid] == "worker"


def test_on_a_route_it_comes_back_to_whose_step_opens_anew(journey):
    step = journey.alone(action="review", route_step="review", giver="worker")
    back = replace(step, uid="new", action=rules.Action.DRAFT, actor="worker", route_step="draft")
    returned = replace(
        step, state=rules.State.RETURNED, comment="Sửa thể thức.", finished_by="Trưởng phòng"
    )
    (one,) = news.news((step,), (returned, back))
    assert (one.kind, one.to, one.step) == ("returned", "worker", "new")
    assert (one.who, one.said) == ("Trưởng phòng", "Sửa thể thức.")
