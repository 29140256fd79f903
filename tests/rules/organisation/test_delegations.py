"""Delegations: what may be handed on (Decree 30/2020, Article 13), and when it holds."""

from dataclasses import replace
from datetime import date
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.organisation import rules
from vanphong.organisation.rules import Delegation
from vanphong.organisation.rules import Parties
import pytest


TODAY = date(2024, 8, 14)

PROCESS = Delegation(
    uid="d1",
    kind="process",
    giver="an",
    giver_title="Chuyên viên",
    taker="binh",
    taker_title="Chuyên viên khác",
    valid_from=date(2024, 8, 12),
    valid_to=date(2024, 8, 16),
)

TUQ = replace(
    PROCESS,
    kind="TUQ",
    giver="",
    document_types=frozenset({"cong-van"}),
    basis="Giấy ủy quyền số 07/GUQ-UBND",
)

TL = replace(TUQ, kind="TL", valid_from=None, valid_to=None, basis="Quy chế làm việc")

KT = replace(TUQ, kind="KT", giver="an", basis="")

#: The head of the body gives to the head of a unit in it.
HEADS = Parties(giver_heads_body=True, giver_heads_taker=False, taker_rank="head", taker_below=True)

#: A head gives to a deputy of the same unit.
DEPUTY = Parties(
    giver_heads_body=False, giver_heads_taker=True, taker_rank="deputy", taker_below=True
)


@pytest.mark.parametrize(
    ("change", "day", "standing"),
    [
        ({}, date(2024, 8, 11), "coming"),
        ({}, date(2024, 8, 12), "in-force"),
        ({}, date(2024, 8, 16), "in-force"),
        ({}, date(2024, 8, 17), "past"),
        ({"valid_to": None}, date(2030, 1, 1), "in-force"),
        ({"valid_from": None}, date(2000, 1, 1), "in-force"),
        ({"withdrawn_on": date(2024, 8, 14)}, date(2024, 8, 13), "in-force"),
        ({"withdrawn_on": date(2024, 8, 14)}, date(2024, 8, 14), "withdrawn"),
        ({"withdrawn_on": date(2024, 8, 14)}, date(2024, 8, 17), "withdrawn"),
    ],
)
def test_where_a_delegation_stands(change, day, standing):
    assert rules.standing(replace(PROCESS, **change), day) == standing


@pytest.mark.parametrize(
    ("types", "fields", "document", "covered"),
    [
        ((), (), ("cong-van", "NV"), True),
        ((), (), ("", ""), True),
        (("cong-van",), (), ("cong-van", "KT"), True),
        (("cong-van",), (), ("bao-cao", "KT"), False),
        (("cong-van",), ("NV",), ("cong-van", "NV"), True),
        (("cong-van",), ("NV",), ("cong-van", "KT"), False),
        (("cong-van",), ("NV",), ("cong-van", ""), False),
    ],
)
def test_what_a_delegation_covers(types, fields, document, covered):
    one = replace(TUQ, document_types=frozenset(types), fields=frozenset(fields))
    assert rules.covers(one, *document) is covered


def test_who_stands_in_for_whom_is_of_the_day_and_the_kind():
    given = [replace(TUQ, giver="an"), PROCESS]
    assert rules.stands_in(given, "an", TODAY) == PROCESS
    assert rules.stands_in(given, "an", date(2024, 8, 17)) is None
    assert rules.stands_in(given, "binh", TODAY) is None


@pytest.mark.parametrize(
    ("new", "parties"),
    [(PROCESS, DEPUTY), (PROCESS, HEADS), (TUQ, HEADS), (TL, HEADS), (KT, DEPUTY)],
)
def test_what_may_be_given(new, parties):
    rules.check_new(new, parties, TODAY)


@pytest.mark.parametrize(
    ("change", "refusal", "field"),
    [
        ({"taker": "an"}, RuleBroken, "taker"),
        ({"giver": "", "taker": "binh"}, InvalidInput, "giver"),
        ({"valid_from": None}, InvalidInput, "valid_from"),
        ({"valid_to": date(2024, 8, 11)}, InvalidInput, "valid_to"),
        ({"valid_from": date(2024, 8, 1), "valid_to": date(2024, 8, 13)}, RuleBroken, "valid_to"),
        ({"fields": frozenset({"NV"})}, InvalidInput, "document_types"),
    ],
)
def test_work_that_cannot_be_handed_on(change, refusal, field):
    with pytest.raises(refusal) as caught:
        rules.check_new(replace(PROCESS, **change), DEPUTY, TODAY)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("change", "parties", "field"),
    [
        # limited in time: both days
        ({"valid_from": None}, {}, "valid_from"),
        ({"valid_to": None}, {}, "valid_to"),
        # limited in content
        ({"document_types": frozenset()}, {}, "document_types"),
        # in writing
        ({"basis": ""}, {}, "basis"),
        # by the head of the body only, so that nobody passes it on
        ({"giver": "an"}, {"giver_heads_body": False}, "giver"),
        # to the head of a unit of the body
        ({}, {"taker_rank": "deputy"}, "taker"),
        ({}, {"taker_rank": ""}, "taker"),
        ({}, {"taker_below": False}, "taker"),
    ],
)
def test_an_authorisation_that_article_13_does_not_allow(change, parties, field):
    with pytest.raises(RuleBroken) as caught:
        rules.check_new(replace(TUQ, **change), replace(HEADS, **parties), TODAY)
    assert caught.value.field == field
    assert caught.value.rule == "Nghị định 30/2020/NĐ-CP, Điều 13"


def test_fields_limit_an_authorisation_as_well_as_types():
    fields = replace(TUQ, document_types=frozenset(), fields=frozenset({"NV"}))
    rules.check_new(fields, HEADS, TODAY)


@pytest.mark.parametrize(
    ("change", "parties", "field"),
    [
        # laid down in a regulation, for certain types of document
        ({"basis": ""}, {}, "basis"),
        ({"document_types": frozenset()}, {}, "document_types"),
        ({}, {"taker_rank": "deputy"}, "taker"),
        ({}, {"giver_heads_body": False}, "giver"),
    ],
)
def test_an_order_that_article_13_does_not_allow(change, parties, field):
    with pytest.raises(RuleBroken) as caught:
        rules.check_new(replace(TL, **change), replace(HEADS, **parties), TODAY)
    assert caught.value.field == field


@pytest.mark.parametrize("parties", [{"taker_rank": "head"}, {"giver_heads_taker": False}])
def test_only_ones_own_deputy_signs_for_a_head(parties):
    with pytest.raises(RuleBroken):
        rules.check_new(KT, replace(DEPUTY, **parties), TODAY)


@pytest.mark.parametrize(
    ("other", "clash"),
    [
        ({}, True),
        ({"valid_from": date(2024, 8, 16), "valid_to": None}, True),
        ({"valid_from": date(2024, 8, 17), "valid_to": date(2024, 8, 20)}, False),
        ({"valid_to": date(2024, 8, 11), "valid_from": None}, False),
        ({"withdrawn_on": date(2024, 8, 13)}, False),
        ({"giver": "chi"}, False),
        ({"kind": "KT"}, False),
    ],
)
def test_one_person_at_a_time_stands_in_for_another(other, clash):
    parties = replace(DEPUTY, others=(replace(PROCESS, **other),))
    new = replace(PROCESS, uid="", taker="dung")
    if not clash:
        rules.check_new(new, parties, TODAY)
        return
    with pytest.raises(Conflict, match="Chuyên viên khác stands in for Chuyên viên"):
        rules.check_new(new, parties, TODAY)


def test_a_period_is_shown_with_open_sides():
    assert rules.period(PROCESS) == "12/08/2024 – 16/08/2024"
    assert rules.period(TL) == "… – …"
