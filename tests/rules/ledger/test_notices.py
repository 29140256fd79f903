"""What people are told, on a ledger without Plone."""

from datetime import timedelta
from vanphong.calendars import clock
from vanphong.ledger import notices
import pytest
import transaction


LAN = frozenset({"lan", "Desk:culture", "Leaders:culture"})
MINH = frozenset({"minh", "Desk:culture"})


@pytest.fixture
def acting(monkeypatch):
    """Be somebody."""

    def be(who):
        monkeypatch.setattr(notices, "user_id", lambda: who)

    be("chief")
    return be


@pytest.fixture(autouse=True)
def nobody_else(acting):
    """The chief acts unless a test says otherwise."""


def tell(*to, kind="urged", subject="doc", text="Hurry.", **more):
    notices.tell(to, kind, subject, text, **more)
    transaction.commit()


def texts(tokens):
    return [row["text"] for row in notices.waiting(tokens)]


def later(minutes=1):
    clock.freeze(clock.now() + timedelta(minutes=minutes))


def see(uids, tokens):
    found = notices.see(uids, tokens)
    transaction.commit()
    return found


def test_a_notice_waits_for_whoever_holds_the_token():
    tell("Desk:culture", text="Until ${day}.", mapping={"day": "16/8"}, urgent=True)
    (row,) = notices.waiting(MINH)
    assert (row["kind"], row["subject_uid"], row["text"]) == ("urged", "doc", "Until ${day}.")
    assert (row["mapping"], row["urgent"], row["created"]) == (
        {"day": "16/8"},
        True,
        clock.now(),
    )
    assert notices.waiting({"other"}) == []
    assert notices.waiting(frozenset()) == []


def test_the_newest_stands_first():
    tell("lan", text="First.")
    later()
    tell("Leaders:culture", text="Second.")
    assert texts(LAN) == ["Second.", "First."]
    assert [row["text"] for row in notices.waiting(LAN, limit=1)] == ["Second."]


@pytest.mark.parametrize("to", ["chief", ""])
def test_who_acts_is_not_told_and_nobody_is_nobody(to):
    tell(to)
    assert notices.waiting({"chief", ""}) == []


def test_who_tells_their_own_desk_is_not_told(acting):
    acting("minh")
    tell("Desk:culture")
    assert notices.count(MINH) == 0
    assert notices.count(LAN) == 1


def test_the_same_key_unseen_is_replaced():
    tell("lan", "minh", text="Until Monday.", key="extension")
    (old,) = notices.waiting({"lan"})
    later()
    tell("lan", text="Until Tuesday.", key="extension")
    assert texts({"lan"}) == ["Until Tuesday."]
    assert texts({"minh"}) == ["Until Monday."]
    # whoever saw the old text has not seen the new one
    assert see([old["uid"]], {"lan"}) == []
    assert texts({"lan"}) == ["Until Tuesday."]


def test_the_same_key_seen_is_told_anew():
    tell("lan", text="Until Monday.", key="extension")
    see([notices.waiting(LAN)[0]["uid"]], LAN)
    tell("lan", text="Until Tuesday.", key="extension")
    assert texts(LAN) == ["Until Tuesday."]
    assert [row["text"] for row in notices.lately(LAN)] == ["Until Monday."]


def test_without_a_key_each_stands_for_itself():
    tell("lan")
    tell("lan")
    assert notices.count({"lan"}) == 2


def test_seeing_is_noted_with_person_and_moment(acting):
    tell("Desk:culture")
    (row,) = notices.waiting(MINH)
    later()
    acting("minh")
    assert [one["uid"] for one in see([row["uid"]], MINH)] == [row["uid"]]
    assert notices.waiting(MINH) == notices.waiting(LAN) == []
    (seen,) = notices.lately(LAN)
    assert (seen["seen_at"], seen["seen_by"]) == (clock.now(), "minh")
    later()
    acting("lan")
    assert see([row["uid"]], LAN) == []
    assert notices.lately(LAN)[0]["seen_by"] == "minh"


def test_nobody_sees_for_others():
    tell("lan")
    (row,) = notices.waiting({"lan"})
    assert see([row["uid"], "none"], MINH) == []
    assert notices.count({"lan"}) == 1


def test_who_has_seen_an_invitation_and_who_has_not():
    tell("lan", "minh", kind="invited", subject="meeting")
    tell("lan", kind="urged", subject="meeting")
    uids = [row["uid"] for row in notices.waiting({"lan"}) if row["kind"] == "invited"]
    see(uids, {"lan"})
    assert notices.seen_by("meeting", "invited") == {"lan": clock.now(), "minh": None}
    assert notices.seen_by("other", "invited") == {}


def test_what_was_not_seen_can_be_taken_back():
    tell("lan", "minh", key="invitation")
    notices.withdraw("invitation", tokens={"lan"})
    transaction.commit()
    assert (notices.count({"lan"}), notices.count({"minh"})) == (0, 1)
    notices.withdraw("invitation")
    transaction.commit()
    assert notices.count({"minh"}) == 0


def test_a_count_stops_at_its_cap():
    for _time in range(4):
        tell("lan")
    assert notices.count({"lan"}, cap=3) == 3
    assert notices.count({"lan"}) == 4
    assert notices.count(set()) == 0


def test_seen_ones_are_forgotten_in_the_end():
    tell("lan")
    see([notices.waiting(LAN)[0]["uid"]], LAN)
    clock.freeze(clock.now() + notices.KEPT + timedelta(days=1))
    tell("lan")
    see([notices.waiting(LAN)[0]["uid"]], LAN)
    assert len(notices.lately(LAN)) == 1


def test_what_is_undone_was_not_told():
    notices.tell(["lan"], "urged", "doc", "Hurry.")
    transaction.abort()
    assert notices.count({"lan"}) == 0


def test_counting_and_listing_need_not_look_at_what_was_seen(plans):
    tell("lan")
    for query in (lambda: notices.count(LAN), lambda: notices.waiting(LAN)):
        assert "notice_alone" in " ".join(map(str, plans(query)))
    assert "notice_seen" in " ".join(map(str, plans(lambda: notices.lately(LAN))))
