"""The desktop, the work of a unit, and the frame around every page."""

from tests.office import as_user
from vanphong.desktop.browser.login import ToTheDesktop
from vanphong.ledger import work
from vanphong.organisation import people
import re


def waiting(user):
    with as_user(user):
        return work.inbox(people.me().tokens).rows


def rows(answer):
    return answer.html.count('name="ids"')


def test_everything_that_waits_is_shown(page, office):
    found = waiting("truongphong-vhtt")
    answer = page(office.portal, "desktop", "truongphong-vhtt")
    assert rows(answer) == len(found) > 5
    assert f"{len(found)} Chờ tôi xử lý" in answer.text
    assert "Phòng VH&TT đang giữ" in answer.text


def test_a_box_and_a_position_narrow_the_list(page, office):
    board = office.uid("bcd-cds")
    found = [row for row in waiting("truongphong-vhtt") if row["unit_uid"] == board]
    assert rows(page(office.portal, "desktop", "truongphong-vhtt", unit=board)) == len(found) > 0
    informed = [row for row in waiting("truongphong-vhtt") if row["action"] == "inform"]
    answer = page(office.portal, "desktop", "truongphong-vhtt", box="read")
    assert rows(answer) == len(informed) > 0


def test_a_choice_that_does_not_exist_shows_everything(page, office):
    nonsense = {"box": "lost", "unit": "lost", "order": "lost", "page": "x"}
    answer = page(office.portal, "desktop", "truongphong-vhtt", **nonsense)
    assert rows(answer) == len(waiting("truongphong-vhtt"))


def test_nothing_waits(page, office):
    answer = page(office.portal, "desktop", "vanthu-anlac", box="extend")
    assert "Không có việc nào loại này chờ." in answer.text
    answer = page(office.portal, "desktop", "admin")
    assert "Ông/bà chưa có chức vụ" in answer.text


def test_several_steps_are_finished_at_once(page, office):
    mine = waiting("truongphong-vhtt")
    informed = [row["step_uid"] for row in mine if row["action"] == "inform"]
    form = {"ids": informed, "act": "finish"}
    answer = page(office.portal, "desktop", "truongphong-vhtt", post=True, **form)
    assert answer.status == 303
    assert len(waiting("truongphong-vhtt")) == len(mine) - len(informed)


def test_what_needs_a_result_says_so_and_files_are_completed(page, office):
    mine = waiting("truongphong-vhtt")
    needing = [row for row in mine if row["action"] == "lead" and not row["result"]]
    answer = page(office.portal, "desktop", "truongphong-vhtt")
    assert answer.html.count("data-pick-asks") == len(needing) > 0
    assert 'data-asks="result"' in answer.html
    assert "case-file-completions/files" in answer.html


def test_what_is_refused_stays_selected_and_is_explained(page, office):
    mine = waiting("truongphong-vhtt")
    informed = next(row["step_uid"] for row in mine if row["action"] == "inform")
    lead = next(row for row in mine if row["action"] == "lead")
    form = {"ids": [informed, lead["step_uid"]], "case_file": "01.VHTT"}
    answer = page(office.portal, "desktop", "truongphong-vhtt", post=True, **form)
    assert answer.status == 422
    assert "Đã kết thúc 1; 1 không được vì:" in answer.text
    assert f"{lead['arrival_number']} : Hãy ghi kết quả" in answer.text
    (picked,) = re.findall(r'<input[^>]*name="ids"[^>]*checked[^>]*>', answer.html)
    assert lead["step_uid"] in picked
    assert 'value="01.VHTT"' in answer.html


def test_somebody_elses_step_is_not_finished(page, office):
    step = next(row for row in waiting("truongphong-vhtt") if row["action"] == "inform")
    form = {"ids": [step["step_uid"]]}
    answer = page(office.portal, "desktop", "cv2-vhtt", post=True, **form)
    assert answer.status == 403
    assert step["step_uid"] in {row["step_uid"] for row in waiting("truongphong-vhtt")}


def test_nothing_selected(page, office):
    answer = page(office.portal, "desktop", "truongphong-vhtt", post=True)
    assert (answer.status, "Chọn ít nhất một dòng" in answer.text) == (400, True)


def test_a_clerk_sees_what_waits_at_the_records_office(page, office):
    answer = page(office.portal, "desktop", "vanthu")
    assert "129/BC-UBND" in answer.text
    assert "166/CCT-KTr" in answer.text
    assert "@@register-incoming" in answer.html
    assert "@@register-incoming" not in page(office.portal, "desktop", "chanhvp").html


def test_a_head_sees_the_whole_unit_a_member_what_he_may_read(page, office):
    head = page(office.portal, "unit-work", "truongphong-vhtt")
    member = page(office.portal, "unit-work", "cv2-vhtt")
    assert "Đôn đốc" in head.text
    assert "Đôn đốc" not in member.text
    assert head.html.count("<tr data-row") > member.html.count("<tr data-row")


def test_another_units_work_is_not_shown(page, office):
    other = page(office.portal, "unit-work", "truongphong-vhtt", unit=office.uid("noivu"))
    own = page(office.portal, "unit-work", "truongphong-vhtt")
    assert other.html.count("<tr data-row") == own.html.count("<tr data-row")


def test_the_frame_knows_the_person(page, office):
    answer = page(office.portal, "desktop", "truongphong-vhtt")
    assert "UBND huyện Phú Khê" in answer.text
    assert "Phó Trưởng Ban Chỉ đạo Chuyển đổi số · BCĐ Chuyển đổi số" in answer.text
    assert "@@registers" not in answer.html
    assert "@@administration" not in answer.html
    assert "@@registers" in page(office.portal, "desktop", "vanthu").html
    assert "@@administration" in page(office.portal, "desktop", "admin").html


def test_the_empty_desktop_of_an_administrator_leads_to_the_settings(page, portal):
    words = "Thiết lập hệ thống."
    assert words in page(portal, "desktop", "admin").text
    assert words not in page(portal, "desktop", "cv1-vhtt").text


def test_the_front_door(page, portal):
    assert "Cán bộ đăng nhập" in page(portal, "document_view", "").text
    assert page(portal, "document_view", "cv1-vhtt").location.endswith("/@@desktop")
    assert "Quản trị" in page(portal, "document_view", "admin").text


def test_who_has_forgotten_is_told_whom_to_ask(page, portal):
    answer = page(portal, "login-help", "")
    assert "@@login" in answer.html
    assert "reset" not in answer.html
    assert "quản trị hệ thống" in answer.text.lower()


def test_logging_in_leads_to_the_desktop_or_where_one_wanted_to_go(portal, request_):
    url = portal.absolute_url()
    lead = ToTheDesktop(portal, request_)
    assert lead(None) == f"{url}/@@desktop"
    assert lead(f"{url}/") == f"{url}/@@desktop"
    assert lead(f"{url}/@@login?came_from=x") == f"{url}/@@desktop"
    assert lead(f"{url}/@@incoming-documents?q=x") == f"{url}/@@incoming-documents?q=x"


def test_a_password_is_changed(page, portal):
    good = {"current": "VanPhong-2026", "new": "Mot-Hai-Ba-4", "again": "Mot-Hai-Ba-4"}
    bad = page(portal, "change-password", "cv2-vhtt", post=True, **{**good, "current": "x"})
    assert (bad.status, "Mật khẩu hiện tại không đúng." in bad.text) == (400, True)
    bad = page(portal, "change-password", "cv2-vhtt", post=True, **{**good, "again": "x"})
    assert "không giống nhau" in bad.text
    assert page(portal, "change-password", "cv2-vhtt", post=True, **good).status == 303
