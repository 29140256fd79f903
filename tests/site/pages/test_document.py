"""The page of an incoming document, and what is done from it."""

from vanphong.errors import Conflict
from vanphong.ledger import access
import html
import pytest
import re


def offered(answer):
    """The acts of the bar, in order, then those under the three dots."""
    bar = answer.html.partition('class="acts-bar"')[2].partition('class="cols"')[0]
    found = re.findall(r"<(?:a|button)\b[^>]*>(.*?)</(?:a|button)>", bar, re.DOTALL)
    words = (re.sub(r"<kbd.*?</kbd>|<[^>]*>", " ", one) for one in found)
    return [" ".join(html.unescape(one).split()) for one in words]


@pytest.fixture
def bar(page):
    """Titles of the acts that the page of a document offers to somebody."""
    return lambda document, user: offered(page(document, "view", user))


def test_before_registration(office, bar):
    letter = office.arrive()
    assert bar(letter, "vanthu") == ["Vào sổ", "Trả lại nơi gửi"]
    assert bar(letter, "chanhvp") == ["Đóng băng"]


def test_a_registered_document_is_presented(office, bar):
    assert bar(office.register(), "vanthu")[:2] == ["Trình", "Chỉnh sửa"]


def test_a_leader_directs_first(office, bar):
    letter = office.presented()
    assert bar(letter, "chutich")[:2] == ["Chỉ đạo", "Trình lãnh đạo khác"]
    assert "Nhập ý kiến của Chủ tịch UBND huyện" in bar(letter, "vanthu")


def test_the_chief_of_the_office_presents_first(office, bar):
    letter = office.presented(to="vp")
    assert bar(letter, "chanhvp")[:2] == ["Trình", "Chỉ đạo"]


def test_a_desk_receives_then_assigns(office, bar):
    letter = office.directed()
    assert bar(letter, "vanthu-vhtt")[:2] == ["Tiếp nhận", "Giao việc"]
    office.do("receive", letter, office.step(letter, "lead"), "vanthu-vhtt")
    assert bar(letter, "truongphong-vhtt")[0] == "Giao việc"


def test_a_person_reports_and_finishes(office, bar):
    letter = office.assigned()
    acts = bar(letter, "cv1-vhtt")
    assert acts[:4] == ["Báo cáo", "Kết thúc", "Soạn trả lời", "Xin gia hạn"]
    assert "Giao việc" not in bar(letter, "cv1-vhtt")


def test_who_gave_it_takes_it_back_unopened(office, bar):
    letter = office.assigned()
    assert "Lấy lại" in bar(letter, "truongphong-vhtt")
    bar(letter, "cv1-vhtt")
    assert "Lấy lại" not in bar(letter, "truongphong-vhtt")


def test_a_leader_replaces_a_running_directive(office, bar):
    letter = office.directed()
    assert "Thay thế chỉ đạo" in bar(letter, "chutich")
    assert "Thay thế chỉ đạo" not in bar(letter, "pct-vanxa")


def test_the_head_confirms_what_a_person_finished(office, bar, page):
    letter = office.assigned(confirm=True)
    office.do("finish", letter, office.step(letter, "lead"), "cv1-vhtt", result="Đã trả lời.")
    assert bar(letter, "truongphong-vhtt")[0] == "Kết thúc"
    assert "chờ ông/bà xác nhận" in page(letter, "view", "truongphong-vhtt").text


def test_nobody_is_offered_what_is_not_theirs(office, bar):
    # the head of another unit that reads it may only have his own people do something
    own = ["Giao nhiệm vụ theo văn bản", "In phiếu giải quyết"]
    assert bar(office.assigned(), "truongphong-tuphap") == own


def visits(letter):
    return {row["user_id"]: row["times"] for row in access.opened_by(letter.UID())}


def test_looking_is_noted(office, page):
    letter = office.directed()
    page(letter, "view", "vanthu-vhtt")
    page(letter, "act", "truongphong-vhtt", do="assign")
    assert visits(letter) == {"vanthu-vhtt": 1, "truongphong-vhtt": 1}


def test_sending_a_form_is_no_visit(office, page):
    letter = office.directed()
    page(letter, "act", "vanthu-vhtt", post=True, do="assign", person="")
    assert visits(letter) == {}


def test_the_sheet_tells_who_holds_it(office, page):
    text = page(office.assigned(), "view", "chutich").text
    assert "Phòng VH&TT Chủ trì, đã giao việc" in text
    assert "Chuyên viên công nghệ thông tin Chủ trì, từ" in text
    assert "Phòng Nội vụ, phối hợp chưa mở" in text


def test_receive_and_assign(office, page):
    letter = office.directed()
    step = office.step(letter, "lead").uid
    answer = page(letter, "act", "vanthu-vhtt", post=True, do="receive", step=step)
    assert (answer.status, answer.location) == (303, letter.absolute_url())
    form = {"do": "assign", "step": step, "person": "cv1-vhtt", "confirm": "yes"}
    assert page(letter, "act", "truongphong-vhtt", post=True, **form).status == 303
    child = office.step(letter, "lead")
    assert (child.actor, child.confirm) == ("cv1-vhtt", True)
    assert child.due == office.step(letter, "lead", "vhtt").due


def test_the_form_tells_what_each_person_holds(office, page):
    letter = office.assigned()
    other = office.directed()
    held = page(other, "act", "truongphong-vhtt", do="assign").text
    assert "Chuyên viên văn hóa, gia đình chưa giữ việc nào" in held
    assert re.search(r"Chuyên viên công nghệ thông tin đang giữ \d+ việc", held)
    assert letter.UID() != other.UID()


def test_everything_wrong_is_said_at_once_and_nothing_typed_is_lost(office, page):
    letter = office.directed()
    form = {"do": "assign", "due": "31/02/2024", "instruction": "Làm trước thứ Sáu"}
    answer = page(letter, "act", "truongphong-vhtt", post=True, **form)
    assert answer.status == 400
    assert "Thiếu “Người”" in answer.text
    assert "“31/02/2024” không phải là ngày" in answer.text
    assert 'value="31/02/2024"' in answer.html
    assert "Làm trước thứ Sáu" in answer.text


def test_a_conflict_says_who_and_when(office, page):
    letter = office.directed()
    step = office.step(letter, "lead")
    office.do("receive", letter, step, "vanthu-vhtt")
    answer = page(letter, "act", "truongphong-vhtt", post=True, do="receive", step=step.uid)
    assert answer.status == 409
    assert re.search("Chuyên viên kiêm văn thư · hôm nay, .* Tải lại", answer.text)


def test_what_cannot_be_done_is_said_before_anything_is_typed(office, page):
    letter = office.finished()
    step = office.step(letter, "lead").uid
    answer = page(letter, "act", "cv1-vhtt", do="finish", step=step)
    assert answer.status == 409
    assert 'name="result"' not in answer.html
    answer = page(letter, "act", "cv1-vhtt", do="return_to_sender")
    assert answer.status in (403, 409)


def test_finishing_leads_to_the_desktop(office, page):
    letter = office.assigned()
    step = office.step(letter, "lead").uid
    answer = page(letter, "act", "cv1-vhtt", post=True, do="finish", step=step)
    assert answer.status == 400
    form = {"do": "finish", "step": step, "result": "Xong", "case_file": "01.VHTT"}
    answer = page(letter, "act", "cv1-vhtt", post=True, **form)
    assert (answer.status, answer.location.rpartition("/")[2]) == (303, "@@desktop")
    assert office.stage(letter) == "finished"
    assert "01.VHTT" in page(letter, "view", "cv1-vhtt").text


def test_more_time_is_asked_for_and_refused(office, page):
    letter = office.assigned()
    step = office.step(letter, "lead", "vhtt")
    later = f"{step.due.replace(month=step.due.month + 1):%d/%m/%Y}"
    form = {"do": "ask_extension", "step": step.uid, "due": later, "reason": "Chờ số liệu"}
    assert page(letter, "act", "truongphong-vhtt", post=True, **form).status == 303
    assert "Chờ số liệu" in page(letter, "view", "chutich").text
    decision = office.step(letter, "extend", "chutich").uid
    form = {"do": "decide_extension", "step": decision, "grant": "no"}
    assert page(letter, "act", "chutich", post=True, **form).status == 422
    assert page(letter, "act", "chutich", post=True, reason="Việc gấp", **form).status == 303
    assert "Không được gia hạn" in page(letter, "view", "truongphong-vhtt").text


def test_only_the_office_and_the_givers_remind(office, page):
    letter = office.assigned()
    step = office.step(letter, "lead").uid
    form = {"do": "urge", "step": step, "text": "Nhắc"}
    assert page(letter, "act", "truongphong-tuphap", post=True, **form).status == 403
    for user in ("vanthu", "chanhvp", "chutich", "truongphong-vhtt"):
        assert page(letter, "act", user, post=True, **form).status == 303
    assert len(office.step(letter, "lead").urges) == 4


def test_the_trail_is_for_the_office_and_the_holders(office, page):
    letter = office.assigned()
    for user in ("vanthu", "chanhvp", "chutich", "cv1-vhtt"):
        assert "Nhật ký" in page(letter, "history", user).text
    told = page(letter, "history", "truongphong-tuphap").text
    assert "Từng bước xử lý" in told
    assert "Nhật ký" not in told


def test_the_slip(office, page):
    letter = office.finished()
    text = page(letter, "resolution-slip", "vanthu").text
    assert "ý kiến của lãnh đạo cơ quan" in text.lower()
    for words in ("Chủ trì: Phòng VH&TT", "Giao: Chuyên viên", "Đã tham mưu văn bản trả lời."):
        assert words in text


def test_no_slip_without_a_number(office, page):
    with pytest.raises(Conflict):
        page(office.arrive(), "resolution-slip", "vanthu")
