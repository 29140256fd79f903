"""The pages of the register books."""

from tests.office import as_user
from vanphong.registers import actions


REASON = "Vào sổ nhầm."


def test_the_chief_of_the_office_keeps_the_registers_of_the_body(office, body):
    with as_user("chanhvp"):
        assert actions.insert_number(office.register_in, 1172, "a", reason=REASON) == "1172a"


def test_a_register_shows_its_entries_and_the_next_number(page, office):
    shown = page(office.register_in, "view", "vanthu").text
    assert "845/SGDĐT-GDTH" in shown
    with as_user("vanthu"):
        assert f"{actions.forecast(office.register_in)} Số tiếp theo" in shown


def test_one_number_can_be_looked_for(page, office):
    shown = page(office.register_in, "view", "vanthu", number="1172").html
    assert shown.count("<tr data-row") == 1
    shown = page(office.register_in, "view", "vanthu", number="9999").text
    assert "Số này chưa được cấp trong sổ." in shown
    shown = page(office.register_in, "view", "vanthu", number="số 5").text
    assert "không phải là số trong sổ" in shown


def test_a_leader_is_led_only_to_documents_open_to_him(page, office):
    for_clerk = page(office.register_in, "view", "vanthu").html.count('class="t" href')
    for_leader = page(office.register_in, "view", "pct-kinhte").html.count('class="t" href')
    assert for_leader < for_clerk


def test_a_number_is_inserted_and_voided_with_a_reason(page, office):
    book = office.register_in
    form = {"number": "1172", "suffix": "A", "subject": "V/v bỏ sót", "symbol": "1/UBND-VP"}
    answer = page(book, "insert-number", "chanhvp", post=True, **form)
    assert answer.status == 422
    assert "Hãy ghi lý do" in answer.text
    answer = page(book, "insert-number", "chanhvp", post=True, reason="Bỏ sót.", **form)
    assert answer.status == 303
    answer = page(book, "void-number", "chanhvp", post=True, number="1172a", reason=REASON)
    assert answer.status == 303
    shown = page(book, "view", "vanthu", number="1172a")
    assert 'class="void"' in shown.html
    assert f"Hủy: {REASON}" in shown.text


def test_what_is_no_number_is_said(page, office):
    answer = page(office.register_in, "void-number", "chanhvp", post=True, number="x", reason="y")
    assert answer.status == 400
    assert "“x” không phải là số trong sổ" in answer.text


def test_the_book_has_the_columns_of_annex_iv(page, office):
    shown = page(office.register_in, "register-book", "vanthu", first="1172", last="1174")
    assert shown.html.count("<tr") == 2 + 3
    for head in ("Ngày đến", "Số đến", "Tác giả", "Đơn vị hoặc người nhận", "Ký nhận", "(10)"):
        assert head in shown.text
    assert "Từ số 1172 đến số 1174" in shown.text
    assert "Công văn: V/v tuyển sinh" in shown.text


def test_a_print_is_limited(page, office):
    view = page(office.register_in, "register-book", "vanthu", first="1", last="999999999")
    assert view.status == 200
    assert "Chưa cấp số nào trong khoảng này." in view.text


def test_registers_are_listed_for_those_who_keep_them(page, portal):
    for user in ("vanthu", "chanhvp", "chutich", "admin"):
        assert "so-den-2024" in page(portal, "registers", user).html
    for user in ("truongphong-vhtt", "vanthu-vhtt", "vanthu-anlac"):
        shown = page(portal, "registers", user)
        assert "so-den-2024" not in shown.html
        assert "Ông/bà không giữ sổ nào." in shown.text
