"""The form in which a leader directs."""

from vanphong.directives.actions import directives_of
import pytest


@pytest.fixture
def letter(office):
    return office.presented()


@pytest.fixture
def send(office, page, letter):
    """Send the form as somebody, units by their ids."""

    def post(user="chutich", **form):
        sent = {"text": "Giao chủ trì, báo cáo kết quả.", "working_days": "3", **form}
        for name in ("lead", "coordinators", "inform"):
            if name in sent:
                value = sent[name]
                several = not isinstance(value, str)
                sent[name] = [office.uid(one) for one in value] if several else office.uid(value)
        return page(letter, "direct", user, post=True, **sent)

    return post


def test_it_is_sent(send, letter):
    answer = send(lead="vhtt", coordinators=["noivu"], inform=["tuphap"])
    assert (answer.status, answer.location) == (303, letter.absolute_url())
    (directive,) = directives_of(letter)
    assert (directive.lead_title, directive.coordinator_titles) == ("Phòng VH&TT", ["Phòng Nội vụ"])


def test_the_form_offers_units_with_their_load_and_the_days(page, letter):
    answer = page(letter, "direct", "chutich")
    assert "Phòng Văn hóa và Thông tin đang giữ" in answer.text
    assert "Cả 17 xã, thị trấn" in answer.text
    assert "Với chức vụ Chủ tịch UBND huyện" in answer.text
    assert "1 ngày (" in answer.text


def test_everything_missing_is_said_at_once(send):
    answer = send(text=" ", working_days="date", due="")
    assert answer.status == 422
    for words in ("Hãy ghi nội dung chỉ đạo", "Hãy nêu một đơn vị", "Ghi ngày"):
        assert words in answer.text


def test_nothing_typed_is_lost(send, office):
    answer = send(text="Giao gấp", lead="vhtt", coordinators=["vhtt"])
    assert answer.status == 422
    assert "được nêu hai lần" in answer.text
    assert "Giao gấp" in answer.text
    assert answer.html.count(f'value="{office.uid("vhtt")}"') == 3


def test_a_whole_group_leaves_out_who_has_a_part(send, letter, office):
    assert send(lead="anlac", coordinators_all=["commune"], inform_all=["commune"]).status == 303
    (directive,) = directives_of(letter)
    assert len(directive.coordinators) == 16
    assert f"Desk:{office.uid('anlac')}" not in directive.coordinators
    assert directive.inform == []


def test_a_phrase_is_put_behind_the_text(send, letter):
    assert send(text="Giao gấp.", phrase="Theo dõi, lưu.", lead="vhtt").status == 303
    assert directives_of(letter)[0].text == "Giao gấp. Theo dõi, lưu."


def test_no_deadline(send, letter):
    assert send(lead="vhtt", working_days="none").status == 303
    assert directives_of(letter)[0].due is None


def test_a_clerk_enters_it_for_the_leader(page, send, letter):
    assert "Nhập thay Chủ tịch UBND huyện" in page(letter, "direct", "vanthu").text
    assert send("vanthu", lead="vhtt", author="pct-kinhte").status == 422
    assert send("vanthu", lead="vhtt", author="chutich").status == 303
    (directive,) = directives_of(letter)
    assert (directive.author, directive.entered_by) == ("chutich", "vanthu")
    assert "nhập thay" in page(letter, "view", "chutich").text


def test_others_are_told_who_directs(page, letter):
    answer = page(letter, "direct", "chanhvp")
    assert answer.status == 403
    assert 'name="text"' not in answer.html


def test_replacing_fills_the_form_and_keeps_its_status(page, send, letter):
    send(text="Lần đầu", lead="vhtt", coordinators=["noivu"])
    old = directives_of(letter)[0].UID()
    answer = page(letter, "direct", "chutich", replaces=old)
    assert (answer.status, answer.location) == (200, "")
    assert "Lần đầu" in answer.text
    assert send(text="Lần hai", lead="noivu", replaces=old).status == 303
    assert send(text="Lần ba", lead="noivu", replaces=old).status == 422
    text = page(letter, "view", "chutich").text
    assert text.index("Lần hai") < text.index("Đã có ý kiến chỉ đạo sau thay thế")


def test_a_directed_document_is_not_directed_again(page, send, letter):
    send(lead="vhtt")
    answer = page(letter, "direct", "chutich")
    assert answer.status == 409
    assert "Chủ tịch UBND huyện · hôm nay" in answer.text
