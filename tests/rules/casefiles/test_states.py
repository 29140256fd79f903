"""Stages of files, entries, and what proposes a file."""

from vanphong.casefiles.rules import entries
from vanphong.casefiles.rules import states
from vanphong.casefiles.rules import suggestions
from vanphong.casefiles.rules.states import State
from vanphong.casefiles.rules.suggestions import Evidence
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
import pytest


def test_nothing_is_ever_deleted():
    reached, waiting = set(), [State.PLANNED]
    while waiting:
        state = waiting.pop()
        if state not in reached:
            reached.add(state)
            waiting.extend(states.MOVES[state])
    assert reached == set(State)
    assert "deleted" not in {str(one) for one in State}


@pytest.mark.parametrize("now", State)
@pytest.mark.parametrize("then", State)
def test_only_what_follows_follows(now, then):
    if then in states.MOVES[now]:
        states.check_move(now, then)
    else:
        with pytest.raises(Conflict):
            states.check_move(now, then)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("leaving", [False, True])
def test_documents_come_and_go_while_a_file_is_open(state, leaving):
    if state in (State.OPEN, State.RETURNED):
        states.check_writable(state, frozen=False, leaving=leaving)
    else:
        with pytest.raises(Conflict) as refusal:
            states.check_writable(state, frozen=False, leaving=leaving)
        assert refusal.value.rule
    with pytest.raises(Conflict):
        states.check_writable(state, frozen=True, leaving=leaving)


@pytest.mark.parametrize("kind, kept", [("", "main"), ("reply", "reply"), ("draft", "draft")])
def test_kinds_of_documents(kind, kept):
    assert entries.check_kind(kind) == kept


@pytest.mark.parametrize(
    "pages, counted, kept", [(None, 7, 7), (3, 7, 3), (0, 7, 0), (None, -1, 0)]
)
def test_pages_are_counted_unless_they_are_given(pages, counted, kept):
    assert entries.check_pages(pages, counted) == kept


@pytest.mark.parametrize(
    "check",
    [
        lambda: entries.check_kind("secret"),
        lambda: entries.check_pages(-1, 0),
        lambda: entries.check_pages(10_000, 0),
    ],
)
def test_what_no_document_has_is_refused(check):
    with pytest.raises(InvalidInput):
        check()


@pytest.mark.parametrize(
    "may, mark", [(False, ""), (True, "LƯU HÀNH NỘI BỘ"), (False, "XEM XONG TRẢ LẠI")]
)
def test_a_document_is_opened_only_by_who_may_hand_it_on(may, mark):
    with pytest.raises(RuleBroken):
        entries.check_grant(may_hand_on=may, forbidden=mark)
    entries.check_grant(may_hand_on=True, forbidden="")


def test_the_thread_proposes_before_the_sender_before_the_field():
    found = suggestions.gathered(
        {"thread": {"a": 1}, "sender": {"b": 3, "c": 2}, "field": {"c": 1, "d": 5, "e": 0}}
    )
    ranked = suggestions.ranked(found)
    assert [one.case_file for one in ranked] == ["a", "b", "c", "d"]
    assert [one.reason for one in ranked] == ["thread", "sender", "sender", "field"]


def test_of_several_documents_the_one_most_alike_counts():
    first = {"thread": {"a": 1}, "field": {"a": 2, "b": 4}}
    second = {"sender": {"a": 1}, "field": {"a": 3}}
    found = suggestions.highest([first, second])
    assert found == {"thread": {"a": 1}, "sender": {"a": 1}, "field": {"a": 3, "b": 4}}


def test_many_of_one_sort_do_not_outweigh_the_thread():
    assert Evidence("a", field=1000).weight < Evidence("b", thread=1).weight
    assert suggestions.ranked([Evidence("x")]) == []
    many = [Evidence(str(number), field=1) for number in range(9)]
    assert len(suggestions.ranked(many)) == suggestions.MOST
