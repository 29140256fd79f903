"""The page of the search."""

from tests.casefile_office import Files
from tests.office import as_user
from urllib.parse import unquote_plus
from vanphong.documents import exports
from vanphong.documents import searches
from vanphong.ledger import jobs
from vanphong.ledger import search_rows
from vanphong.ledger.words import FILE
from vanphong.ledger.words import PAGE
from vanphong.organisation import people
import pytest
import re


@pytest.fixture
def look(page, portal):
    """Ask for the page: ``look("vanthu", q="lũ")``."""

    def ask(user="vanthu", post=False, **form):
        return page(portal, "search-documents", user, post=post, **form)

    return ask


def rows(answer):
    return answer.html.count("<tr data-row")


@pytest.fixture
def letter(office):
    """A letter whose scan has been read."""
    document = office.present(office.register(subject="V/v khắc phục hậu quả bão lũ"))
    office.direct(document)
    step = office.step(document, "lead")
    office.do("receive", document, step, "vanthu-vhtt")
    office.do("assign", document, step, "truongphong-vhtt", person="cv1-vhtt")
    search_rows.put_text(
        document.UID(),
        f"{FILE}ban-quet.pdf\nKính gửi các đơn vị.{PAGE}Tiểu đoàn công binh <b>lũ</b>.",
    )
    return document


def test_the_newest_are_shown_before_anything_is_asked(look):
    answer = look()
    assert answer.status == 200
    assert rows(answer) == 25
    assert "facet" in answer.html


@pytest.mark.parametrize("typed", ["tieu doan cong binh", "tiểu đoàn", '"cong binh"'])
def test_a_scan_is_found_by_words_inside_it(look, letter, typed):
    answer = look(q=typed)
    assert rows(answer) == 1
    assert "/".join(letter.getPhysicalPath()) in answer.html
    assert re.search("<mark>(Tiểu|công binh)</mark>", answer.html)
    assert "ban-quet.pdf" in answer.text
    assert "&lt;b&gt;" in answer.html


def test_a_file_found_by_its_name_is_named_once(look, letter):
    answer = look(q='"ban quet pdf"')
    assert rows(answer) == 1
    assert answer.text.count("ban-quet.pdf") == 1


def test_a_stranger_finds_nothing_of_it(look, letter):
    answer = look("cv1-noivu", q="tieu doan cong binh")
    assert rows(answer) == 0
    assert letter.symbol not in answer.html


@pytest.mark.parametrize(
    ("typed", "wrong", "rest"),
    [
        ("bão lũx", "“lũx”", "bão"),
        ('"khac phuc" zzz yyy -ca', "“zzz”, “yyy”", '"khac phuc" -ca'),
        ("khắc zzz", "“zzz”", "khắc"),
    ],
)
def test_a_word_that_nothing_has_is_named(look, letter, typed, wrong, rest):
    answer = look(q=typed)
    assert rows(answer) == 0
    assert wrong in answer.text
    link = re.search(r'<a href="[^"]*[?]q=([^"]*)"[^>]*>\s*(?:Tìm|Search for)\s', answer.html)
    assert unquote_plus(link[1]) == rest


@pytest.mark.parametrize("typed", ["zzz", "bão phục tiểu khắc"])
def test_where_no_word_is_to_blame_none_is_named(look, letter, typed):
    answer = look(q=typed, since="01/01/2030")
    assert rows(answer) == 0
    assert "“" not in answer.html.partition("vp-empty")[2].partition("</div>")[0]


def test_a_word_of_what_one_may_not_open_is_as_unknown_as_any(look, letter):
    assert "“tieu doan”" in look("cv1-noivu", q='"tieu doan" zzz').text


def test_words_are_marked_in_the_subject(look, letter):
    answer = look(q="bao lu", sort="newest")
    assert re.search("<mark>bão</mark> <mark>lũ</mark></a>", answer.html)


def test_filters_narrow_and_can_be_taken_off(look, letter):
    answer = look(q="bão lũ", state="finished")
    assert rows(answer) == 0
    assert "Hoàn thành" in answer.html
    assert rows(look(q="bão lũ", state="in_process,finished")) == 1
    assert rows(look(q="bão lũ", unit=letter.body_uid)) == 1
    assert rows(look(q="bão lũ", handler="cv1-vhtt")) == 1
    assert rows(look("cv1-vhtt", q="bão lũ", handler="me")) == 1
    assert rows(look("chutich", q="bão lũ", handler="cv2-vhtt")) == 0


@pytest.mark.parametrize(
    "form",
    [
        {"since": "hôm nay"},
        {"number": "một"},
        {"urgency": "x"},
        {"due": "x"},
        {"unit": "x"},
        {"has_file": "x"},
        {"q": ["a", "b"]},
        {"q": "\x00'\"%*"},
        {"q": "x" * 10240},
        {"page": "99999"},
        {"page": "-1"},
        {"order": "x"},
        {"state": "'; DROP TABLE audit; --"},
    ],
)
def test_what_cannot_be_read_is_told_and_left_out(look, form):
    answer = look(**form)
    assert answer.status == 200
    assert "vp-search-bar" in answer.html


def test_facets_lead_on(look):
    answer = look()
    links = re.findall(r'search-documents\?type=([a-z-]+)"', answer.html)
    assert links
    narrowed = look(type=links[0])
    assert 0 < rows(narrowed) < 25 or rows(narrowed) == 25


def test_other_diacritics_are_told(look, letter):
    answer = look(q="bảo lu")
    assert rows(answer) == 1
    assert answer.html.count('<p class="note"') == 1


def test_a_search_is_saved_shared_and_deleted(look, office):
    answer = look("truongphong-vhtt", post=True, act="save", title=" ", q="bão")
    assert answer.status == 400
    unit = office.uid("vhtt")
    answer = look("truongphong-vhtt", post=True, act="save", title="Bão lũ", q="bão", share=unit)
    assert answer.status == 303
    assert answer.location.endswith("?q=b%C3%A3o")
    assert "Bão lũ" in look("truongphong-vhtt").text
    assert "Bão lũ" in look("cv1-vhtt").text
    assert "Bão lũ" not in look("cv1-noivu").text
    with as_user("truongphong-vhtt"):
        (saved,) = searches.of(people.me())
    assert look("cv1-vhtt", post=True, act="delete", uid=saved.uid).status == 400
    assert look("truongphong-vhtt", post=True, act="delete", uid=saved.uid).status == 303
    assert "Bão lũ" not in look("cv1-vhtt").text


def test_a_search_is_shared_with_units_of_ones_own(look, office):
    share = office.uid("noivu")
    answer = look("cv1-vhtt", post=True, act="save", title="Bão", q="bão", share=share)
    assert answer.status == 403


def test_columns_are_chosen_by_each_person(look):
    assert 'class="c-field"' not in look().html
    answer = look(post=True, act="columns", columns=["field", "number"], q="V/v")
    assert (answer.status, answer.location.endswith("?q=V%2Fv")) == (303, True)
    assert re.search(r'class="c-number"[^>]*>Số.*class="su".*class="c-field"', look().html, re.S)
    assert 'class="c-field"' not in look("chanhvp").html
    assert look(post=True, act="columns", columns="nonsense").status == 400


def test_the_results_are_exported_for_who_asked(look, page, portal, letter):
    answer = look("cv1-vhtt", post=True, act="export", kind="xlsx", q="bão lũ")
    assert answer.status == 303
    uid = answer.location.rpartition("export=")[2]
    waiting = look("cv1-vhtt", q="bão lũ", export=uid)
    assert 'http-equiv="refresh"' in waiting.html
    jobs.run_pending()
    made = look("cv1-vhtt", q="bão lũ", export=uid)
    assert f"@@search-export/{uid}" in made.html
    assert 'http-equiv="refresh"' not in made.html
    assert exports.find(uid, "cv1-vhtt") is not None
    other = look("vanthu", q="bão lũ", export=uid)
    assert "@@search-export" not in other.html


def test_no_other_act_is_done(look):
    assert look(post=True, act="drop").status == 400
    assert look(post=True, act="export", kind="exe", q="a").status == 400


def test_an_administrator_finds_nothing(look, letter):
    answer = look("admin", q="bão lũ")
    assert (answer.status, rows(answer)) == (200, 0)


@pytest.mark.parametrize("typed", ["code", "notation", "title"])
def test_what_lies_in_a_case_file_is_found_by_its_number_or_its_title(look, office, typed):
    files = Files(office)
    document = files.finished()
    case_file = files.filed(document)
    text = {"title": "chuyen doi so"}.get(typed) or getattr(case_file, typed)
    answer = look("cv1-vhtt", case_file=text)
    assert rows(answer) == 1
    assert "/".join(document.getPhysicalPath()) in answer.html
    assert 'name="case_file"' in answer.html
    assert rows(look("cv1-vhtt", case_file="99.VHTT")) == 0
    assert rows(look("cv1-noivu", case_file=text)) == 0
