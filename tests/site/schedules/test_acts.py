"""From a proposal to an adjusted schedule."""

from tests.office import as_user
from tests.schedule_office import MONDAY
from tests.schedule_office import NEXT
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import notices
from vanphong.schedules import actions
from vanphong.schedules import addresses
from vanphong.schedules import flow
from vanphong.schedules import invited
from vanphong.schedules import rules
from vanphong.schedules import weeks
from vanphong.schedules.rules import State
import pytest


def test_every_body_keeps_a_schedule(portal, office):
    kept = {one.body_uid for one in weeks.schedules()}
    assert office.body.UID() in kept
    assert office.unit("vhtt").UID() not in kept


def test_a_unit_proposes_and_the_office_decides(planner, office):
    item = planner.propose(chairs=["chutich"])
    assert item.state is State.PROPOSED
    assert item.unit == office.uid("vhtt")
    assert flow.state(planner.week) == flow.COLLECTING
    planner.do("accept", "chanhvp", planner.week, item.uid)
    assert [one.state for one in planner.week.items] == [State.ACCEPTED]
    told = notices.waiting([f"Desk:{office.uid('vhtt')}"])
    assert told[0]["mapping"]["content"] == "Họp giao ban"


def test_the_office_needs_no_decision(planner):
    assert planner.propose("chanhvp").state is State.ACCEPTED


def test_a_refusal_needs_a_reason_and_is_told(planner, office):
    item = planner.propose()
    with pytest.raises(InvalidInput):
        planner.do("refuse", "chanhvp", planner.week, item.uid, " ")
    planner.do("refuse", "chanhvp", planner.week, item.uid, "Trùng lịch")
    told = notices.waiting([f"Desk:{office.uid('vhtt')}"])
    assert told[0]["mapping"]["reason"] == "Trùng lịch"
    with pytest.raises(Conflict):
        planner.do("accept", "chanhvp", planner.week, item.uid)


def test_after_the_cut_off_only_the_office_proposes(planner):
    mine = planner.propose()
    clock.freeze(rules.cut_off(NEXT, 3, rules.read_time("16:01", "")))
    with pytest.raises(Conflict, match="Ask the Office"):
        planner.propose()
    with pytest.raises(Conflict):
        planner.do("change", "truongphong-vhtt", planner.week, mine.uid, {"content": "Khác"})
    assert planner.propose("chanhvp")


def test_a_unit_changes_its_own_proposal_alone(planner):
    mine = planner.propose()
    planner.do("change", "vanthu-vhtt", planner.week, mine.uid, {"start": "9:00"})
    with pytest.raises(NotAllowed):
        planner.do("change", "truongphong-noivu", planner.week, mine.uid, {"start": "10:00"})
    with pytest.raises(NotAllowed):
        planner.do("withdraw", "truongphong-noivu", planner.week, mine.uid)
    planner.do("withdraw", "truongphong-vhtt", planner.week, mine.uid)
    assert [one.state for one in planner.week.items] == [State.WITHDRAWN]


@pytest.mark.parametrize(
    "raw",
    [
        {"day": "2024-08-26"},
        {"start": "10:00", "end": "9:00"},
        {"content": ""},
        {"content": "x" * 5_000_000},
        {"chairs": ["Leaders:da-nghi"]},
        {"room": "khong-co"},
        {"unit": "khong-co"},
    ],
)
def test_what_is_refused_leaves_no_week(planner, raw):
    with pytest.raises(InvalidInput):
        planner.propose(**raw)
    assert planner.week is None


def test_weeks_too_far_away_are_refused(planner):
    for week in (rules.Week(2024, 20), rules.Week(2026, 20)):
        with pytest.raises(InvalidInput):
            planner.propose("chanhvp", week=week, day=week.first)


def test_from_compiling_to_publishing(planner):
    item = planner.propose()
    with pytest.raises(RuleBroken, match="wait for a decision"):
        planner.do("compile_week", "chanhvp", planner.week)
    planner.do("accept", "chanhvp", planner.week, item.uid)
    for act in ("approve", "publish", "republish"):
        with pytest.raises(Conflict):
            planner.do(act, "chanhvp", planner.week)
    planner.do("compile_week", "vanthu2", planner.week)
    with pytest.raises(NotAllowed):
        planner.do("approve", "vanthu2", planner.week)
    planner.do("approve", "chutich", planner.week)
    assert planner.contents(published=True) == []
    planner.do("publish", "vanthu2", planner.week)
    assert planner.contents(published=True) == ["Họp giao ban"]
    assert planner.week.edition.by == "Chủ tịch UBND huyện"
    assert planner.week.edition.replaces_invitation
    with pytest.raises(Conflict):
        planner.do("publish", "vanthu2", planner.week)


def test_conflicts_are_approved_with_a_reason_only(planner):
    planner.propose("chanhvp", chairs=["chutich"])
    planner.propose("chanhvp", chairs=["chutich"], content="Họp khác")
    planner.do("compile_week", "chanhvp", planner.week)
    with pytest.raises(RuleBroken, match="1 conflicts"):
        planner.do("approve", "chanhvp", planner.week)
    planner.do("approve", "chanhvp", planner.week, note="Chủ tịch dự nửa đầu")
    assert flow.state(planner.week) == flow.APPROVED


def test_a_change_after_approval_is_approved_again(planner):
    week = planner.approved()
    planner.do("change", "vanthu2", week, week.items[0].uid, {"start": "9:00"})
    assert flow.state(week) == flow.COMPILED
    assert week.approved == ""


def test_changes_after_publishing_wait_until_they_are_published(planner, office):
    week = planner.published(chairs=["chutich"], participants=[f"Members:{office.uid('vhtt')}"])
    other = planner.propose("chanhvp", content="Họp khác", chairs=["pct-vanxa"])
    uid = week.items[0].uid
    planner.do("change", "chanhvp", week, uid, {"start": "9:30"})
    assert planner.contents(published=True) == ["Họp giao ban"]
    with pytest.raises(NotAllowed):
        planner.do("republish", "vanthu2", week)
    planner.do("republish", "chanhvp", week)
    assert week.edition.number == 1
    first = week.editions[0].items
    marks = {one.item.uid: one.mark for one in rules.marked(first, week.edition.items)}
    assert marks == {uid: rules.Mark.CHANGED, other.uid: rules.Mark.NEW}
    assert {one.uid: one.sequence for one in week.edition.items} == {uid: 1, other.uid: 0}
    with pytest.raises(Conflict, match="Nothing has changed"):
        planner.do("republish", "chanhvp", week)


def test_only_people_concerned_are_told_of_a_change(planner, office):
    week = planner.published(chairs=["chutich"], participants=[f"Members:{office.uid('vhtt')}"])
    quiet = planner.propose("chanhvp", chairs=["pct-kinhte"], content="Khác", start="14:00")
    planner.do("republish", "chanhvp", week)
    desk = f"Desk:{office.uid('vhtt')}"
    before = {token: notices.waiting([token]) for token in ("chutich", "pct-kinhte", desk)}
    planner.do("change", "chanhvp", week, quiet.uid, {"start": "15:00"})
    planner.do("republish", "chanhvp", week)
    after = {token: notices.waiting([token]) for token in before}
    assert after["chutich"] == before["chutich"]
    assert after[desk] == before[desk]
    assert after["pct-kinhte"] != before["pct-kinhte"]


def test_a_cancelled_item_is_kept_and_struck_through(planner):
    week = planner.published()
    uid = week.items[0].uid
    planner.do("cancel", "chanhvp", week, uid, "Ứng phó bão số 4")
    planner.do("republish", "chanhvp", week)
    (found,) = rules.marked(week.editions[0].items, week.edition.items)
    assert found.mark is rules.Mark.CANCELLED
    assert found.item.sequence == 1
    with pytest.raises(Conflict):
        planner.do("change", "chanhvp", week, uid, {"start": "10:00"})


def test_what_was_never_published_is_withdrawn_when_it_is_cancelled(planner):
    planner.propose("chanhvp")
    planner.do("cancel", "chanhvp", planner.week, planner.week.items[0].uid, "Nhầm")
    assert planner.week.items[0].state is State.WITHDRAWN


def test_unpublishing_keeps_the_record(planner):
    week = planner.published()
    planner.do("unpublish", "chanhvp", week, "Sai tuần")
    assert planner.contents(published=True) == []
    assert weeks.public_edition(week) is None
    assert len(week.editions) == 1
    planner.do("reopen", "chanhvp", week)
    planner.do("compile_week", "chanhvp", week)
    planner.do("approve", "chanhvp", week)
    planner.do("publish", "chanhvp", week)
    assert week.edition.number == 1


def test_copying_takes_what_is_not_there(planner):
    week = rules.Week(2024, 35)
    planner.propose("chanhvp", content="Chào cờ", start="7:30")
    planner.propose("chanhvp", content="Giao ban", start="8:00")
    made = planner.do("copy_week", "chanhvp", planner.schedule, 2024, 35)
    assert [(one.content, one.day) for one in made] == [
        ("Chào cờ", week.first),
        ("Giao ban", week.first),
    ]
    with pytest.raises(Conflict):
        planner.do("copy_week", "chanhvp", planner.schedule, 2024, 35)


def test_recurring_items(planner):
    raw = {"content": "Chào cờ", "day": MONDAY, "start": "7:30"}
    made = planner.do(
        "add_recurring", "chanhvp", planner.schedule, raw, every="weekly", until="2024-09-09"
    )
    assert len(made) == 4
    assert len({one.series for one in made}) == 1
    found = [weeks.find(planner.schedule, rules.week_of(one.day)).items[0] for one in made]
    assert found == list(made)


def test_recurring_items_leave_days_out(planner):
    raw = {"content": "Chào cờ", "day": MONDAY, "start": "7:30"}
    more = {"every": "weekly", "until": "2024-09-09"}
    ask = ("add_recurring", "chanhvp", planner.schedule, raw)
    made = planner.do(*ask, **more, skip="02/09/2024, 2024-08-26")
    assert [f"{one.day:%d/%m}" for one in made] == ["19/08", "09/09"]
    for skip in ("03/09/2024", "khong", "1" * 5000, "19/8/2024 26/8/2024 2/9/2024 9/9/2024"):
        with pytest.raises(InvalidInput):
            planner.do(*ask, **more, skip=skip)


ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//VI
{events}END:VCALENDAR
"""

EVENT = """BEGIN:VEVENT
UID:{n}@x
DTSTART;TZID=Asia/Ho_Chi_Minh:20240820T083000
DTEND;TZID=Asia/Ho_Chi_Minh:20240820T100000
SUMMARY:Họp {n}
LOCATION:Hội trường
END:VEVENT
"""


def calendar(events):
    text = ICS.format(events="".join(EVENT.format(n=n) for n in range(events)))
    return text.replace("\n", "\r\n").encode()


def test_events_of_a_calendar_become_proposals(planner):
    planner.do("import_items", "truongphong-vhtt", planner.schedule, calendar(2))
    first, _second = planner.week.items
    assert (first.content, first.place, first.span) == ("Họp 0", "Hội trường", (510, 600))
    assert first.state is State.PROPOSED


@pytest.mark.parametrize("data", [calendar(10_000), calendar(0), b"", b"GIF89a", b"\xff" * 99])
def test_calendars_that_are_refused(planner, data):
    with pytest.raises(InvalidInput):
        planner.do("import_items", "truongphong-vhtt", planner.schedule, data)
    assert planner.week is None


def test_rooms(planner):
    room = planner.do("save_room", "chanhvp", planner.schedule, "Phòng họp số 9", capacity=40)
    with pytest.raises(Conflict):
        planner.do("save_room", "chanhvp", planner.schedule, "phòng họp SỐ 9")
    item = planner.propose(room=room.id)
    assert item.place == "Phòng họp số 9"
    planner.do("retire_room", "chanhvp", planner.schedule, room.id)
    with pytest.raises(InvalidInput):
        planner.propose(room=room.id)


def test_reception_days_and_substitutes(planner):
    raw = {"who": "chutich", "month_days": "15, 25", "hours": "07:30-11:00; 14:00-16:30"}
    rule = planner.do("save_reception_rule", "chanhvp", planner.schedule, raw)
    day = rules.read_day("2024-08-15", "")
    with pytest.raises(InvalidInput):
        planner.do(
            "substitute_reception",
            "chanhvp",
            planner.schedule,
            rule.id,
            rules.read_day("2024-08-16", ""),
        )
    planner.do("substitute_reception", "chanhvp", planner.schedule, rule.id, day, who="pct-vanxa")
    assert planner.schedule.substitutions[-1].who.token == "pct-vanxa"


def test_a_secret_address_is_kept_as_a_hash_and_renewed(planner):
    place = weeks.folder()
    old = planner.do("renew_address", "cv1-vhtt", place)
    assert addresses.owner(place, old) == "cv1-vhtt"
    key = addresses.key_of(place, "cv1-vhtt")
    new = planner.do("renew_address", "cv1-vhtt", place, key)
    assert addresses.owner(place, old) == ""
    assert addresses.owner(place, new) == "cv1-vhtt"
    secret = new.partition(".")[2]
    assert secret not in repr(list(place.addresses.items()))
    for guess in ("", ".", key, f"{key}.", f"{key}.x", "x" * 10_000, f"{new}x"):
        assert addresses.owner(place, guess) == ""
    with pytest.raises(Conflict):
        planner.do("renew_address", "cv1-vhtt", place, key)


def test_an_invitation_goes_onto_a_published_schedule_at_once(planner, office):
    week = planner.published()
    item = rules.Item(
        "moi-1",
        NEXT.days[2],
        rules.Session.MORNING,
        "Họp theo giấy mời",
        state=State.ACCEPTED,
        invitation="gm",
    )
    invited.put(office.body.UID(), item)
    assert planner.contents(published=True) == ["Họp giao ban", "Họp theo giấy mời"]
    invited.cancel(office.body.UID(), "moi-1", "Hoãn")
    assert week.edition.items[-1].state is State.CANCELLED
    assert len(invited.of("gm", office.body.UID())) == 1


def test_nobody_moves_a_week_by_plones_menu(planner):
    planner.propose("chanhvp")
    with as_user("chanhvp"), pytest.raises(Conflict):
        planner.week.portal_workflow.doActionFor(planner.week, "compile")


def test_the_ledger_is_as_the_weeks_say(planner, portal):
    from vanphong.ledger import rebuild
    from vanphong.ledger.command import office_objects

    planner.published()
    planner.propose("chanhvp", content="Thêm")
    drift = [one for one in rebuild.check(office_objects(portal)) if one.table == "schedule_item"]
    assert drift == []


def test_private_items_are_not_there_for_others(planner):
    planner.propose("chanhvp", visibility="private", chairs=["chutich"], content="Riêng")
    uid = planner.week.items[0].uid
    for act, *more in (("change", {"start": "9:00"}), ("withdraw",)):
        with as_user("truongphong-noivu"), pytest.raises(InvalidInput, match="There is no such"):
            getattr(actions, act)(planner.week, uid, *more)
        with as_user("truongphong-noivu"), pytest.raises(InvalidInput, match="There is no such"):
            getattr(actions, act)(planner.week, "khong-co", *more)
