"""Issued, answered, changed, cancelled, attended, concluded: what becomes of a meeting."""

from datetime import timedelta
from plone import api
from tests.meeting_office import ORGANISER
from tests.meeting_office import START
from tests.meeting_trials import OUTSIDE
from tests.office import as_user
from tests.schedule_office import NEXT
from tests.schedule_office import Planner
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.invitations import actions
from vanphong.invitations import meetings
from vanphong.invitations import telling
from vanphong.invitations import viewing as inviting
from vanphong.invitations.actions.attending import token_of
from vanphong.invitations.actions.concluding import conclusion_of
from vanphong.ledger import audit
from vanphong.ledger import invitations as ledger
from vanphong.ledger import jobs
from vanphong.ledger import notices
from vanphong.ledger import rebuild
from vanphong.ledger.interfaces import DayBegun
from vanphong.organisation import people
from vanphong.outgoing import obstacles
from vanphong.schedules import rules as schedules
from vanphong.schedules import viewing
from vanphong.schedules import weeks
from zope.event import notify
import pytest


DAY = START.date()

NOIVU = "truongphong-noivu"


def mine(user):
    """What stands in somebody's own schedule."""
    return [one.content for one in viewing.mine(people.person(user).tokens, DAY, DAY)]


def told(user):
    """What somebody is told and has not seen."""
    found = notices.waiting(people.person(user).tokens)
    return [row["text"] for row in found if row["kind"] == "invitation"]


def published_week(office):
    return Planner(office).published(content="Giao ban", day="2024-08-20")


def test_issuing_asks_everybody_and_puts_it_into_the_schedules(office, calls):
    document = calls.called()
    meeting = meetings.of(document)
    assert [one.invitee.title for one in meeting.in_order] == [
        "Phòng Nội vụ",
        "Phòng Tư pháp",
        "Sở Y tế tỉnh An Bình",
    ]
    assert meeting.event.room == "phong-hop-so-1"
    (item,) = Planner(office).week.items
    assert (item.invitation, item.separate_invitation) == (document.UID(), True)
    assert item.visibility is schedules.Visibility.PUBLIC
    assert [one.token for one in item.chairs] == ["chutich"]
    assert told(NOIVU) == [telling.INVITED]
    assert told("vanthu-noivu") == [telling.INVITED]
    assert told("cv1-noivu") == []
    tokens = people.person(NOIVU).tokens
    assert [row["title"] for row in ledger.waiting(tokens, clock.now())] == [meeting.event.title]


def test_who_chairs_it_is_told_and_sees_the_answers(calls):
    document = calls.called()
    assert told("chutich") == [telling.CHAIRS]
    with as_user("chutich"):
        look = inviting.look(document)
    assert (look.may_look, look.organises, look.chairs) == (True, False, True)
    with as_user("pct-kinhte"):
        assert not inviting.look(document).may_look


def test_a_published_week_gets_an_adjusted_edition_at_once(office, calls):
    week = published_week(office)
    document = calls.called()
    assert week.edition.number == 1
    assert document.UID() in {one.uid for one in week.edition.items}
    assert mine("chutich") == [meetings.of(document).event.title]
    assert mine("cv1-noivu") == [meetings.of(document).event.title]
    assert mine("cv1-ktht") == []


def test_three_answers_and_the_head_count(office, calls):
    document = calls.called()
    calls.do("answer", document, NOIVU, "substitute", who="cv1-noivu", reason="Đi công tác")
    calls.do("answer", document, "truongphong-tuphap", "absent", reason="Trùng lịch xét xử")
    calls.do("answer_for", document, ORGANISER, OUTSIDE, "attend")
    count = meetings.head_count(meetings.of(document))
    assert (count.attend, count.substitute, count.absent, count.waiting) == (1, 1, 1, 0)
    assert told("cv1-noivu") == [telling.SENT_INSTEAD]
    assert mine("cv1-noivu") == [meetings.of(document).event.title]
    calls.do("answer", document, NOIVU, "attend")
    assert told("cv1-noivu") == [telling.NOT_SENT]
    assert mine("cv1-noivu") == [meetings.of(document).event.title]  # with the unit
    assert mine("cv1-ktht") == []
    assert len(meetings.of(document).seats[office.uid("noivu")].answers) == 2


@pytest.mark.parametrize(
    ("user", "kind", "more", "error"),
    [
        (NOIVU, "absent", {}, RuleBroken),
        (NOIVU, "substitute", {}, RuleBroken),
        (NOIVU, "substitute", {"who": "cv1-vhtt"}, RuleBroken),
        (NOIVU, "maybe", {}, InvalidInput),
        (NOIVU, "attend", {"invitee": "khong-co"}, InvalidInput),
        (NOIVU, "absent", {"reason": "x" * 501}, InvalidInput),
        ("cv1-noivu", "attend", {}, NotAllowed),
        ("truongphong-ktht", "attend", {}, NotAllowed),
        ("", "attend", {}, NotAllowed),
    ],
)
def test_answers_that_are_refused(calls, user, kind, more, error):
    document = calls.called()
    with pytest.raises(error):
        calls.do("answer", document, user, kind, **more)
    assert meetings.head_count(meetings.of(document)).waiting == 3


def test_nobody_answers_for_another_unit(office, calls):
    document = calls.called()
    with pytest.raises(NotAllowed):
        calls.do("answer", document, NOIVU, "attend", invitee=office.uid("tuphap"))


def test_no_answer_after_the_start(calls):
    document = calls.called()
    clock.freeze(START)
    with pytest.raises(Conflict, match="begun"):
        calls.do("answer", document, NOIVU, "attend")


def test_a_change_is_told_and_asks_anew(office, calls):
    week = published_week(office)
    document = calls.answered()
    calls.do("answer", document, "truongphong-tuphap", "substitute", who="cv1-tuphap")
    calls.do("change_meeting", document, ORGANISER, {"starts_at": "2024-08-19T09:00"})
    meeting = meetings.of(document)
    assert (meeting.event.sequence, meeting.event.changes) == (1, ("starts_at",))
    assert meetings.head_count(meeting).waiting == 3
    assert told(NOIVU) == [telling.CHANGED]
    assert telling.CHANGED in told("cv1-tuphap")
    assert mine("cv1-tuphap") == [meeting.event.title]  # with the unit; sent no more
    item = next(one for one in week.edition.items if one.invitation)
    assert (f"{item.start:%H:%M}", item.sequence) == ("09:00", 1)
    marked = schedules.marked(week.editions[1].items, week.edition.items)
    assert schedules.Mark.CHANGED in {one.mark for one in marked}


def test_only_the_last_moment_of_answering_changes_nothing_else(calls):
    document = calls.answered()
    calls.do("change_meeting", document, ORGANISER, {"answer_by": "2024-08-17T16:00"})
    assert meetings.head_count(meetings.of(document)).attend == 1


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        ({}, Conflict),
        ({"starts_at": ""}, InvalidInput),
        ({"starts_at": "2024-08-19T11:00"}, RuleBroken),
        ({"starts_at": "2024-08-13T08:00"}, RuleBroken),
        ({"ends_at": "2024-12-19T08:00"}, RuleBroken),
        ({"room": "khong-co"}, InvalidInput),
        ({"online_link": "javascript:alert(1)"}, InvalidInput),
    ],
)
def test_changes_that_are_refused(calls, raw, error):
    document = calls.called()
    with pytest.raises(error):
        calls.do("change_meeting", document, ORGANISER, raw)


def test_a_taken_room_is_refused_until_it_is_meant_so(office, calls):
    Planner(office).propose("chanhvp", start="14:00", end="16:00", room="phong-hop-so-1")
    document = calls.called()
    raw = {"starts_at": "2024-08-19T14:30", "ends_at": "2024-08-19T15:30"}
    with pytest.raises(Conflict, match="taken"):
        calls.do("change_meeting", document, ORGANISER, raw)
    calls.do("change_meeting", document, ORGANISER, raw, despite=True)


@pytest.mark.parametrize(
    "other",
    [
        {"room": "phong-hop-so-1", "start": "9:00", "end": "11:00"},
        {"chairs": ["Chủ tịch UBND huyện"], "session": "morning", "start": "", "place": "Xã"},
    ],
    ids=["room", "chair"],
)
def test_an_invitation_against_the_schedule_is_issued_for_a_reason_only(office, calls, other):
    Planner(office).propose("chanhvp", content="Họp Thường trực", **other)
    document = calls.signed()
    with pytest.raises(RuleBroken, match="at that time") as refused:
        calls.outgoing.issued(document)
    assert refused.value.field == "despite"
    with pytest.raises(RuleBroken):
        calls.outgoing.issued(document, despite="  ")
    calls.outgoing.issued(document, despite="Đã dời cuộc họp kia sang 14 giờ")
    assert meetings.of(document) is not None
    rows = [one for one in audit.history(document.UID()) if one["act"] == "issue"]
    assert [one["outcome"] for one in rows] == ["refused", "refused", "done"]
    assert "14 giờ" in rows[-1]["detail"]["reason"]


@pytest.mark.parametrize("other", [{"start": "11:00"}, {"day": "2024-08-20", "start": "8:00"}])
def test_an_invitation_with_nothing_in_its_way_needs_no_reason(office, calls, other):
    Planner(office).propose("chanhvp", room="phong-hop-so-1", **other)
    assert meetings.of(calls.called(despite="")) is not None


def test_letters_that_invite_to_nothing_have_no_obstacles(calls):
    assert obstacles.of(calls.outgoing.sealed()) == []


def test_a_cancelled_meeting_stays_struck_through(office, calls):
    week = published_week(office)
    document = calls.called()
    calls.do("cancel_meeting", document, ORGANISER, "Bão đổi hướng")
    item = next(one for one in week.edition.items if one.invitation)
    assert item.state is schedules.State.CANCELLED
    assert item.reason == "Bão đổi hướng"
    assert told(NOIVU) == [telling.CANCELLED]
    with pytest.raises(Conflict, match="cancelled"):
        calls.do("answer", document, NOIVU, "attend")
    assert ledger.waiting(people.person(NOIVU).tokens, clock.now()) == []


def test_a_recalled_invitation_invites_to_nothing(calls):
    document = calls.called()
    calls.outgoing.do("recall", document, "vanthu", reason="Sai ngày")
    assert meetings.of(document).event.cancelled == "Sai ngày"


def test_those_who_did_not_answer_are_reminded_by_the_day(portal, calls):
    document = calls.answered()
    with as_user(NOIVU):
        notices.see([row["uid"] for row in notices.waiting({NOIVU})], {NOIVU})
    clock.freeze(START - timedelta(days=4))
    notify(DayBegun(portal))
    assert told(NOIVU) == []
    assert told("truongphong-tuphap") == [telling.REMIND]
    clock.freeze(START)
    calls.meeting(document)
    notify(DayBegun(portal))
    assert told("truongphong-tuphap") == [telling.REMIND]


def seen(*users):
    """Somebody has seen everything."""
    for user in users:
        with as_user(user):
            tokens = people.person(user).tokens
            notices.see([row["uid"] for row in notices.waiting(tokens)], tokens)


def reminded(moment):
    """What the worker does when a moment has come."""
    clock.freeze(moment)
    with as_user("admin"):
        jobs.run_pending()


TUPHAP = "truongphong-tuphap"


def test_a_meeting_is_reminded_of_a_day_and_two_hours_before(calls):
    document = calls.answered()
    calls.do("answer", document, TUPHAP, "absent", reason="Đi công tác")
    seen(NOIVU, TUPHAP, "chutich")
    reminded(START - timedelta(hours=25))
    assert told(NOIVU) == []
    for before in (timedelta(hours=24), timedelta(hours=2)):
        reminded(START - before)
        assert told(NOIVU) == told("chutich") == [telling.SOON]
        assert told(TUPHAP) == []
        seen(NOIVU, "chutich")
        reminded(START - before + timedelta(minutes=5))
        assert told(NOIVU) == []


def test_who_owes_an_answer_is_asked_for_it(calls):
    calls.answered()
    seen(NOIVU, TUPHAP)
    reminded(START - timedelta(hours=24))
    assert told(TUPHAP) == [telling.REMIND]
    assert told(NOIVU) == [telling.SOON]


def test_a_substitute_is_reminded_in_the_place_of_who_sends_them(office, calls):
    document = calls.called()
    calls.do("answer", document, NOIVU, "substitute", who="cv1-noivu")
    seen(NOIVU, "cv1-noivu")
    reminded(START - timedelta(hours=2))
    assert told(NOIVU) == []
    assert told("cv1-noivu") == [telling.SOON]


def test_a_meeting_that_moved_is_reminded_of_at_its_new_time_alone(calls):
    document = calls.answered()
    raw = {"starts_at": "2024-08-20T14:00", "ends_at": "2024-08-20T16:00"}
    calls.do("change_meeting", document, ORGANISER, raw)
    calls.do("answer", document, NOIVU, "attend")
    seen(NOIVU)
    reminded(START - timedelta(hours=2))
    assert told(NOIVU) == []
    reminded(START.replace(day=20, hour=12))
    assert told(NOIVU) == [telling.SOON]


def test_nobody_is_reminded_of_what_is_cancelled_or_has_begun(calls):
    document = calls.answered()
    seen(NOIVU)
    reminded(START)
    assert told(NOIVU) == []
    other = calls.answered(starts_at="2024-08-21T08:00", ends_at="2024-08-21T09:00", answer_by="")
    calls.do("cancel_meeting", other, ORGANISER, "Bão")
    seen(NOIVU)
    reminded(START.replace(day=21, hour=6))
    assert told(NOIVU) == []
    assert document is not None


def test_times_that_are_set_later_hold_from_the_next_day(portal, calls):
    calls.answered()
    seen(NOIVU)
    key = "vanphong.schedules.interfaces.IScheduleSettings.remind_before"
    api.portal.set_registry_record(key, "5")
    clock.freeze(START - timedelta(days=1, hours=1))
    notify(DayBegun(portal))
    seen(NOIVU)
    reminded(START - timedelta(hours=5))
    assert told(NOIVU) == [telling.SOON]


def test_an_urgent_invitation_is_told_urgently(calls):
    calls.called(urgent_meeting="1")
    (row,) = [one for one in notices.waiting({NOIVU}) if one["kind"] == "invitation"]
    assert row["urgent"]


def test_who_scans_the_code_is_present(office, calls):
    document = calls.begun()
    calls.do("sign_in", document, NOIVU, token_of(document))
    (line,) = calls.meeting(document).present.values()
    assert (line.key, line.invitee, line.way) == (NOIVU, office.uid("noivu"), "scanned")
    with pytest.raises(Conflict, match="already"):
        calls.do("sign_in", document, NOIVU, token_of(document))
    calls.do("mark_present", document, ORGANISER, invitee=OUTSIDE)
    calls.do("mark_present", document, ORGANISER, name="Phóng viên", unit="Báo An Bình")
    count = meetings.head_count(calls.meeting(document))
    assert (count.present, count.guests) == (3, 1)


def test_guessed_renewed_and_late_codes_are_refused_alike(calls):
    document, other = calls.begun(), calls.called(public="")
    clock.freeze(START)
    token = token_of(document)
    stamp, _dash, mac = token.partition("-")
    longer = f"{int(stamp, 16) + 9999:x}-{mac}"
    for guess in ("", "0-0", "x" * 5000, longer, token[:-1] + "0z", token_of(other)):
        with pytest.raises(InvalidInput, match="not valid"):
            calls.do("sign_in", document, NOIVU, guess)
    calls.do("renew_sign_in", document, ORGANISER, token)
    with pytest.raises(InvalidInput, match="not valid"):
        calls.do("sign_in", document, NOIVU, token)
    clock.freeze(START + timedelta(hours=12))
    with pytest.raises(InvalidInput, match="not valid"):
        calls.do("sign_in", document, NOIVU, token_of(document))


def test_the_list_is_closed_before_the_meeting(calls):
    document = calls.called()
    with pytest.raises(Conflict, match="opens"):
        calls.do("sign_in", document, NOIVU, token_of(document))


def test_the_notice_of_what_was_concluded_is_begun_from_the_meeting(calls):
    document = calls.begun()
    calls.do("sign_in", document, NOIVU, token_of(document))
    draft = calls.do("draft_conclusion", document, ORGANISER)
    assert draft.document_type == "thong-bao"
    assert "Chủ tịch UBND huyện" in draft.subject
    assert [one.text for one in draft.related] == [document.symbol]
    assert draft.versions[0].files[0].filename == "thong-bao-ket-luan.docx"
    assert conclusion_of(calls.meeting(document)) == draft
    with pytest.raises(Conflict, match="already"):
        calls.do("draft_conclusion", document, ORGANISER)


def test_nothing_is_concluded_before_the_meeting(calls):
    document = calls.called()
    with pytest.raises(Conflict, match="before"):
        calls.do("draft_conclusion", document, ORGANISER)
    with pytest.raises(NotAllowed):
        calls.do("draft_conclusion", document, NOIVU)


def test_a_meeting_of_three_days_has_three_lines(office, calls):
    document = calls.called(ends_at="2024-08-21T11:00")
    items = Planner(office).week.items
    assert [one.day.day for one in items] == [19, 20, 21]
    calls.do("change_meeting", document, ORGANISER, {"ends_at": "2024-08-19T11:00"})
    standing = [one for one in Planner(office).week.items if one.state == "accepted"]
    assert [one.day.day for one in standing] == [19]


def test_a_meeting_that_moves_to_another_week(office, calls):
    document = calls.called()
    raw = {"starts_at": "2024-08-27T08:00", "ends_at": "2024-08-27T10:00"}
    calls.do("change_meeting", document, ORGANISER, raw)
    (item,) = weeks.find(calls.schedule, NEXT.after(1)).items
    assert item.day.day == 27
    assert document.UID() == item.uid


def test_the_rows_of_the_ledger_are_those_of_the_content(office, portal, calls):
    document = calls.called()
    calls.do("answer", document, NOIVU, "substitute", who="cv1-noivu")
    drift = rebuild.check([document])
    tables = ("invitation", "schedule_item")
    assert [one for one in drift if one.table in tables and one.what != "extra"] == []


def test_private_meetings_are_for_those_concerned(office, calls):
    week = published_week(office)
    document = calls.private()
    item = next(one for one in week.edition.items if one.invitation)
    assert not schedules.may_see(item, schedules.PUBLIC)
    with as_user("cv1-ktht"):
        assert not schedules.may_see(item, viewing.viewer(calls.schedule))
    assert mine("cv1-noivu") == [meetings.of(document).event.title]
    public = {row["document_uid"] for row in ledger.public(clock.now()).rows}
    assert document.UID() not in public
    assert api.content.get_state(document) == "issued"
    assert actions.answer.permission == "vanphong: Answer Invitation"
