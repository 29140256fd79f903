"""Nearly the same text in another open flow: the drafter is warned, whatever the subject."""

from io import BytesIO
from tests.outgoing_office import DRAFTER
from tests.rules.outgoing_forms.letters import rendered
from vanphong.attachments.actions import accept
from vanphong.ledger import jobs
from vanphong.outgoing import flows


SAID = (
    "Ủy ban nhân dân huyện yêu cầu các phòng, ban, đơn vị và Ủy ban nhân dân các xã, thị trấn "
    "rà soát, thống kê số lượng thư viện, phòng đọc và tủ sách; đánh giá tình hình hoạt động; "
    "đề xuất kinh phí mua sắm bổ sung sách, báo và trang thiết bị cho năm học mới, gửi báo cáo "
    "về Phòng Văn hóa và Thông tin trước ngày 30 tháng 8 năm 2024 để tổng hợp, trình Ủy ban."
)


def docx(text):
    """A DOCX with these words."""
    from dataclasses import replace
    from tests.rules.outgoing_forms.letters import LETTER

    return rendered(replace(LETTER, text=text))


def test_near_words_are_found_under_another_subject(out, office):
    content = docx(SAID)
    first = accept("du-thao.docx", BytesIO(content), role="main")
    other = out.draft(files=[first], subject="V/v thống kê hệ thống thư viện")
    jobs.run_pending()
    unit = office.unit("vhtt")
    again = docx(SAID.replace("30 tháng 8", "15 tháng 9"))
    found = flows.similar(unit, "V/v một việc khác hẳn", text=flows.words_of(again))
    assert [one["uid"] for one in found] == [other.UID()]
    assert flows.similar(unit, "V/v một việc khác hẳn", other.UID(), flows.words_of(again)) == []
    assert flows.similar(unit, "V/v một việc khác hẳn", text="Kính mời họp") == []
    out.do("cancel", other, DRAFTER, reason="Không ban hành nữa.")
    assert flows.similar(unit, "V/v một việc khác hẳn", text=flows.words_of(again)) == []


def test_what_is_no_docx_has_no_words():
    assert flows.words_of(b"PK\x03\x04 hong") == ""
