"""The page of one route template: steps, condition, draft, versions."""

from datetime import date
from vanphong.calendars import clock
from vanphong.routing.rules.matching import in_force
from vanphong.routing.rules.routes import Vacant
import pytest
import re


def steps(template):
    route = template.draft.route if template.draft else template.versions[-1].route
    return [one.id for one in route.steps]


def drafted(template, name):
    return next(one for one in template.draft.route.steps if one.id == name)


def test_an_administrator_sees_the_steps_and_their_locks(page, usual):
    shown = page(usual, "view", "admin")
    assert shown.status == 200
    for name in steps(usual):
        assert f'id="f-{name}"' in shown.html
    row = shown.html[shown.html.index('id="f-sign"') : shown.html.index('id="f-number"')]
    assert "#lock" in row
    assert "Nghị định 30/2020/NĐ-CP" in row


def test_nobody_else_sees_it(views_of, usual):
    for user in ("chanhvp", "chutich", "vanthu", "cv1-vhtt", ""):
        assert not views_of(usual, "view", user)


def test_the_order_can_be_changed_by_keys_and_by_buttons(page, usual):
    found = page(usual, "view", "admin").html
    assert 'aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"' in found
    assert re.search(r'<tr[^>]*tabindex="0"', found)
    assert 'value="up opine"' in found
    assert 'form="rt-steps"' in found
    assert 'value="delete opine"' in found
    assert 'value="delete sign"' not in found


def test_a_step_is_added_for_decisions(page, send, usual, legal):
    answer = send(usual, "view", "save", **legal)
    assert answer.status == 303
    assert answer.location.endswith("#f-tham-dinh-phap-ly")
    place = steps(usual).index("tham-dinh-phap-ly")
    assert steps(usual)[place - 1] == "opine"
    made = drafted(usual, "tham-dinh-phap-ly")
    assert (made.title, made.hours) == ("Thẩm định pháp lý", 8.0)
    assert made.back_to == ("draft", "review")
    assert made.condition.document_types == {"quyet-dinh"}
    assert "Quyết định" in page(usual, "view", "admin").text


def test_a_step_is_changed_in_its_place(page, send, usual):
    form = page(usual, "view", "admin", edit="appraise")
    assert 'name="who"' in form.html
    answer = send(
        usual,
        "view",
        "save",
        edit="appraise",
        action="appraise",
        title="Thẩm định",
        hours="0,5",
        who="appraiser||",
        vacant="deputy",
    )
    assert answer.status == 303
    changed = drafted(usual, "appraise")
    assert (changed.hours, changed.vacant, changed.back_to) == (0.5, Vacant.DEPUTY, ())


@pytest.mark.parametrize(
    ("wrong", "field", "status"),
    [
        ({"hours": "-3"}, "hours", 422),
        ({"hours": "bốn"}, "hours", 400),
        ({"hours": "1e999"}, "hours", 422),
        ({"action": "sign"}, "action", 400),
        ({"action": ""}, "action", 400),
        ({"who": ""}, "who", 400),
        ({"who": "drafter||"}, "tham-dinh-phap-ly", 422),
        ({"who": "related_units||"}, "tham-dinh-phap-ly", 422),
        ({"who": "position|khong-co|Trưởng phòng"}, "unit", 422),
        ({"vacant": "pray"}, "vacant", 400),
        ({"title": "<script>"}, "script", 422),
        ({"step_document_types": ["khong-co"]}, "document_types", 422),
        ({"revision": "x"}, None, 400),
        ({"after": "khong-co"}, None, 400),
        ({"after": "sign"}, "sign", 422),
    ],
)
def test_what_is_refused_is_said_and_nothing_is_lost(send, usual, legal, wrong, field, status):
    answer = send(usual, "view", "save", **{**legal, **wrong})
    assert answer.status == status
    assert usual.draft is None
    assert "data-errors" in answer.html
    if field:
        assert f'href="#f-{field}"' in answer.html
    if "title" not in wrong and "after" not in wrong:
        assert 'value="Thẩm định pháp lý"' in answer.html


def test_a_step_moves_and_forgets_ways_back_that_lead_forward(send, usual):
    assert send(usual, "view", "down opine").status == 303
    assert steps(usual).index("opine") > steps(usual).index("appraise")
    assert send(usual, "view", "up opine").status == 303
    assert send(usual, "view", "place opine 4").status == 303
    assert steps(usual)[4] == "opine"


@pytest.mark.parametrize("do", ["up review", "down sign", "place number 2", "delete sign"])
def test_a_hard_rule_keeps_a_step_in_its_place(send, usual, do):
    before = steps(usual)
    answer = send(usual, "view", do)
    if do == "up review":  # before the draft: put there again by the rules, or refused
        assert answer.status in (303, 422)
        return
    assert answer.status == 422
    assert "Nghị định 30/2020/NĐ-CP" in answer.html
    assert steps(usual) == before


def test_a_step_is_taken_out(send, usual):
    assert send(usual, "view", "delete opine").status == 303
    assert "opine" not in steps(usual)


def test_opinions_run_side_by_side(send, usual, unit):
    answer = send(
        usual,
        "view",
        "save",
        after="opine",
        action="opine",
        title="Phòng Nội vụ góp ý",
        who=f"unit_desk|{unit('noivu').UID()}|",
        vacant="skip",
        beside="1",
    )
    assert answer.status == 303
    both = [one for one in usual.draft.route.steps if one.group]
    assert len(both) == 2
    assert send(usual, "view", "delete opine").status == 303
    assert not any(one.group for one in usual.draft.route.steps)


def test_name_and_condition_are_changed(page, send, usual):
    assert 'name="document_types"' in page(usual, "view", "admin", edit="settings").html
    answer = send(
        usual,
        "view",
        "settings",
        edit="settings",
        title="Quyết định của UBND",
        document_types=["quyet-dinh"],
        fields=["VHTT"],
        urgencies=["normal"],
    )
    assert answer.status == 303
    route = usual.draft.route
    assert route.title == "Quyết định của UBND"
    assert route.condition.fields == {"VHTT"}
    assert "Quyết định của UBND" in page(usual, "view", "admin").text


def test_a_draft_that_breaks_rules_is_kept_and_says_so_until_it_is_put_right(page, send, usual):
    assert send(usual, "view", "delete review").status == 303
    assert "review" not in steps(usual)
    shown = page(usual, "view", "admin")
    assert 'id="findings"' in shown.html
    assert "Nghị định 30/2020/NĐ-CP" in re.search(
        r'id="findings".*?</ul>', shown.html, re.DOTALL
    ).group(0)
    assert 'data-opens="apply"' not in shown.html
    refused = send(usual, "view", "apply", reason="Bỏ bước duyệt.", valid_from="14/8/2024")
    assert refused.status == 422
    assert len(usual.versions) == 1
    again = {"after": "draft", "action": "review", "who": "unit_head||", "vacant": "stop"}
    assert send(usual, "view", "save", title="Duyệt nội dung", hours="8", **again).status == 303
    shown = page(usual, "view", "admin")
    assert 'id="findings"' not in shown.html
    assert 'data-opens="apply"' in shown.html


def test_a_condition_that_another_route_has_waits_in_the_draft(page, send, usual):
    kept = send(usual, "view", "settings", edit="settings", title="X", document_types=["giay-moi"])
    assert kept.status == 303
    assert "giấy mời" in page(usual, "view", "admin").text.lower()
    assert 'id="findings"' in page(usual, "view", "admin").html
    refused = send(usual, "view", "apply", reason="Mới.", valid_from="14/8/2024")
    assert refused.status == 409
    assert len(usual.versions) == 1


def test_an_old_version_is_put_into_force_again(page, send, usual, legal):
    old = usual.versions[0].route
    send(usual, "view", "save", **legal)
    send(usual, "view", "apply", reason="Thêm bước.", valid_from="14/8/2024")
    shown = page(usual, "view", "admin")
    assert "?do=restore&amp;version=1#restore" in shown.html
    assert "version=2#restore" not in shown.html
    dialog = page(usual, "view", "admin", do="restore", version="1")
    assert re.search(r'<dialog[^>]*id="restore"[^>]*open="open"', dialog.html)
    nothing = send(usual, "view", "restore", version="1", restore_reason=" ")
    assert nothing.status in (400, 422)
    assert 'href="#f-restore_reason"' in nothing.html
    done = send(usual, "view", "restore", version="1", restore_reason="Quay lại cách cũ.")
    assert done.status == 303
    newest = usual.versions[-1]
    assert (newest.route.version, newest.reason) == (3, "Quay lại cách cũ.")
    assert (newest.route.steps, newest.route.title) == (old.steps, old.title)
    assert in_force(usual.routes(), clock.today()).version == 3
    assert usual.versions[0].route == old


@pytest.mark.parametrize("version", ["", "x", "0", "9", "2", "-1"])
def test_no_other_version_is_restored(send, usual, legal, version):
    send(usual, "view", "save", **legal)
    send(usual, "view", "apply", reason="Thêm bước.", valid_from="14/8/2024")
    answer = send(usual, "view", "restore", version=version, restore_reason="Quay lại.")
    assert answer.status in (400, 409)
    assert len(usual.versions) == 2


def test_a_draft_is_not_overrun_by_an_old_version(send, usual, legal):
    send(usual, "view", "save", **legal)
    send(usual, "view", "apply", reason="Thêm bước.", valid_from="14/8/2024")
    send(usual, "view", "delete opine")
    answer = send(usual, "view", "restore", version="1", restore_reason="Quay lại.")
    assert answer.status == 409
    assert usual.draft is not None


def test_whom_somebody_was_faster_than_learns_who_and_when(send, usual, legal):
    revision = str(usual.revision)
    assert send(usual, "view", "down opine").status == 303
    answer = send(usual, "view", "save", **{**legal, "revision": revision})
    assert answer.status == 409
    assert "08:00" in answer.text
    assert "Tải lại" in answer.text
    assert 'value="Thẩm định pháp lý"' in answer.html


def test_the_draft_is_put_into_force_with_a_reason(page, send, usual, legal):
    send(usual, "view", "save", **legal)
    shown = page(usual, "view", "admin").html
    assert 'id="apply"' in shown
    refused = send(usual, "view", "apply", reason=" ", valid_from="14/8/2024")
    assert refused.status == 400 or refused.status == 422
    assert re.search(r'<dialog[^>]*open="open"', refused.html)
    answer = send(usual, "view", "apply", reason="Theo Quyết định 12", valid_from="14/8/2024")
    assert answer.status == 303
    assert usual.draft is None
    assert usual.versions[-1].route.valid_from == date(2024, 8, 14)
    shown = page(usual, "view", "admin").text
    assert "Theo Quyết định 12" in shown
    assert "14/8/2024" in shown


@pytest.mark.parametrize(("day", "status"), [("13/8/2024", 422), ("mai", 400)])
def test_a_day_that_cannot_be_is_refused(send, usual, legal, day, status):
    send(usual, "view", "save", **legal)
    answer = send(usual, "view", "apply", reason="Thử", valid_from=day)
    assert answer.status == status
    assert f'value="{day}"' in answer.html
    assert 'href="#f-valid_from"' in answer.html


def test_a_later_version_waits_for_its_day(page, send, usual, legal):
    send(usual, "view", "save", **legal)
    assert send(usual, "view", "apply", reason="Từ tháng 9", valid_from="1/9/2024").status == 303
    assert "01/9/2024" in page(usual, "view", "admin").text
    assert in_force(usual.routes(), clock.today()).version == 1


def test_the_draft_is_dropped(send, usual):
    send(usual, "view", "down opine")
    assert send(usual, "view", "discard").status == 303
    assert usual.draft is None
    assert send(usual, "view", "discard").status == 409


def test_a_route_is_taken_out_of_force(page, send, folder):
    template = folder["giay-moi"]
    assert 'id="retire"' in page(template, "view", "admin", do="retire").html
    refused = send(template, "view", "retire", retire_reason="", day="14/8/2024")
    assert 'href="#f-retire_reason"' in refused.html
    answer = send(template, "view", "retire", retire_reason="Bỏ", day="14/8/2024")
    assert answer.status == 303
    assert template.versions[-1].route.valid_to == date(2024, 8, 13)
    assert page(template, "view", "admin").status == 200


@pytest.mark.parametrize("do", ["", "burn", "up", "up khong-co", "place opine x", "delete"])
def test_nonsense_is_refused(send, usual, do):
    assert send(usual, "view", do).status == 400
    assert usual.draft is None


def test_a_form_from_elsewhere_changes_nothing(send, usual):
    assert send(usual, "view", "down opine", _authenticator="x").status == 403
    assert usual.draft is None


def test_the_pages_of_incoming_routes_ask_for_what_concerns_them(page, folder):
    template = folder["van-ban-den"]
    shown = page(template, "view", "admin", edit="settings").html
    assert 'name="senders"' in shown
    assert 'name="units"' not in shown
    assert page(template, "view", "admin", after=steps(template)[0]).status == 200
