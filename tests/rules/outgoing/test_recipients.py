"""Recipients: what a client may send, and whom a group means."""

from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.outgoing.rules import Place
from vanphong.outgoing.rules import Recipient
from vanphong.outgoing.rules import expand
from vanphong.outgoing.rules import need_recipients
from vanphong.outgoing.rules import places_words
from vanphong.outgoing.rules import read_recipients
from vanphong.outgoing.rules import resolve
from vanphong.outgoing.rules import routed
import pytest


PLACES = {
    "u1": Place("u1", "Phòng Nội vụ", "division", "H99.20.02"),
    "u2": Place("u2", "UBND xã An Lạc", "commune", "H99.20.32"),
    "u3": Place("u3", "UBND xã Bình Sơn", "commune"),
    "u4": Place("u4", "UBND xã Cũ", "commune", exists=False),
    "u5": Place("u5", "Hội CCB", "mass-organisation", has_account=False),
}


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        (None, []),
        ("", []),
        ("Sở Nội vụ\n\nSở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        (["Sở  Nội vụ "], ["Sở Nội vụ"]),
        ([{"name": "Sở Nội vụ", "purpose": {"token": "report"}}], ["Sở Nội vụ"]),
        ([{"group": "communes"}], ["Ủy ban nhân dân các xã, thị trấn"]),
        ([{"unit": "u1"}], [""]),
    ],
)
def test_what_is_read(raw, names):
    assert [one.name for one in read_recipients(raw)] == names


@pytest.mark.parametrize(
    "raw",
    [
        5,
        {"name": "Sở Nội vụ"},
        [5],
        [{}],
        [{"name": ["Sở"]}],
        [{"name": "Sở", "purpose": "pass-on"}],
        [{"name": "Sở", "channel": "pigeon"}],
        [{"group": "everybody"}],
        [{"unit": "u1", "group": "communes"}],
        [{"name": "Sở", "copies": -1}],
        [{"name": "Sở", "copies": 1000}],
        [{"name": "Sở", "copies": "ba"}],
        [{"name": "Sở", "copies": True}],
        [{"name": "S" * 201}],
        ["Sở"] * 1001,
    ],
)
def test_what_cannot_be_read_is_refused(raw):
    with pytest.raises(InvalidInput) as refusal:
        read_recipients(raw)
    assert refusal.value.field == "recipients"


@pytest.mark.parametrize(
    "raw",
    [
        [{"unit": "u1"}, {"unit": "u1", "purpose": "inform"}],
        ["UBND tỉnh An Bình", "Ủy ban nhân dân tỉnh An Bình"],
        [{"group": "communes"}, {"group": "communes"}],
    ],
)
def test_nobody_gets_it_twice(raw):
    with pytest.raises(RuleBroken, match="is a recipient twice"):
        read_recipients(raw)


def test_a_unit_gives_its_name_and_code():
    (found,) = resolve([Recipient("", unit="u2")], PLACES)
    assert (found.name, found.organ_id) == ("UBND xã An Lạc", "H99.20.32")


@pytest.mark.parametrize("uid", ["u4", "gone"])
def test_a_unit_that_is_gone_is_refused(uid):
    with pytest.raises(RuleBroken, match="does not exist any more") as refusal:
        resolve([Recipient("UBND xã Cũ", unit=uid)], PLACES)
    assert refusal.value.rule


def test_a_group_is_its_units_but_those_named_by_themselves():
    group = Recipient("Các xã", group="communes", purpose="act", copies=1)
    named = Recipient("UBND xã An Lạc", unit="u2", purpose="inform")
    found = expand([group, named], PLACES.values())
    assert [(one.unit, one.purpose) for one in found] == [("u3", "act"), ("u2", "inform")]


def test_without_an_account_it_goes_on_paper():
    assert routed(Recipient("Hội CCB", unit="u5"), PLACES["u5"]).channel == "paper"
    assert routed(Recipient("Sở", unit="u1"), PLACES["u1"]).channel == "electronic"
    assert routed(Recipient("Sở", channel="hand"), None).channel == "hand"
    assert routed(Recipient("Sở Nội vụ"), None).channel == "paper"
    assert routed(Recipient("Sở Nội vụ", channel="email"), None).channel == "email"


@pytest.mark.parametrize("recipients", [(), (Recipient("VT", purpose="keep"),)])
def test_somebody_gets_it(recipients):
    with pytest.raises(RuleBroken, match="at least one recipient"):
        need_recipients(recipients)


def test_words_on_the_paper():
    found = (Recipient("UBND tỉnh", purpose="report"), Recipient("Các phòng"))
    assert places_words(found) == "UBND tỉnh (b/c); Các phòng"
