"""Notices: who is told what, the bell, and the page on which they are seen."""

from tests.office import as_user
from vanphong.ledger import notices
from vanphong.ledger import session
from vanphong.ledger.tables import notice
from vanphong.organisation import people
from vanphong.routing import actions as routing
import pytest
import re


@pytest.fixture(autouse=True)
def nothing_told(portal):
    session.writing().execute(notice.delete())


@pytest.fixture
def letter(office):
    return office.assigned()


def waiting(user):
    with as_user(user):
        return notices.waiting(people.me().tokens)


def kinds(user):
    return [row["kind"] for row in waiting(user)]


def bell(answer):
    """The figure at the bell, "" where there is none."""
    (link,) = re.findall(r'<a class="bell".*?</a>', answer.html, re.DOTALL)
    return "".join(re.findall(r"<b>(.*?)</b>", link))


def urged(office, letter, text="Sắp hết hạn."):
    step = office.step(letter, "lead")
    office.do("urge", letter, step, "chanhvp", text=text)


def test_who_is_urged_is_told_and_finds_the_way_there(office, page, portal, letter):
    urged(office, letter)
    answer = page(portal, "desktop", "cv1-vhtt")
    assert bell(answer) == "1"
    shown = page(portal, "notices", "cv1-vhtt")
    assert "Sắp hết hạn." in shown.text
    assert letter.subject[:40] in shown.text
    assert "${" not in shown.text
    (row,) = waiting("cv1-vhtt")
    after = page(portal, "notices", "cv1-vhtt", post=True, open=row["uid"])
    assert (after.status, after.location) == (303, letter.absolute_url())
    assert waiting("cv1-vhtt") == []
    assert bell(page(portal, "desktop", "cv1-vhtt")) == ""


def test_urged_twice_is_told_once_with_the_last_words(office, letter):
    urged(office, letter)
    urged(office, letter, "Lần 2.")
    (row,) = waiting("cv1-vhtt")
    assert row["mapping"]["said"] == "Lần 2."


def test_what_is_done_is_urged_no_more(office, letter):
    urged(office, letter)
    office.do("finish", letter, office.step(letter, "lead"), "cv1-vhtt", result="Xong.")
    assert waiting("cv1-vhtt") == []


def test_looking_at_the_document_or_the_page_is_not_seeing(office, page, portal, letter):
    urged(office, letter)
    page(portal, "notices", "cv1-vhtt")
    page(letter, "view", "cv1-vhtt")
    assert kinds("cv1-vhtt") == ["urged"]


def test_another_holder_and_the_former_one_are_told(office, letter):
    step = office.step(letter, "lead")
    with as_user("chanhvp"):
        routing.replace_holder(letter, step.uid, person="cv2-vhtt", reason="Nghỉ ốm.")
    assert kinds("cv2-vhtt") == ["replaced"]
    assert kinds("cv1-vhtt") == ["replaced"]
    assert kinds("chanhvp") == []


def test_what_is_handed_back_is_told_to_who_gave_it(office, letter):
    step = office.step(letter, "lead")
    office.do("hand_back", letter, step, "cv1-vhtt", reason="Không đúng việc.")
    assert kinds("truongphong-vhtt") == ["returned"]


def test_a_step_of_an_urgent_document_is_told(office):
    office.direct(office.present(office.register(urgency="urgent")))
    assert "urgent" in kinds("vanthu-vhtt")


def test_a_step_of_an_ordinary_document_is_not(office):
    office.directed()
    assert kinds("vanthu-vhtt") == []


def test_one_or_all_are_noted_as_seen(page, portal):
    for n in range(3):
        notices.tell(["vanthu"], "test", "", f"Number {n}.")
    first = page(portal, "notices", "vanthu", post=True, uid=waiting("vanthu")[0]["uid"])
    assert (first.status, first.location) == (303, f"{portal.absolute_url()}/@@notices")
    assert len(waiting("vanthu")) == 2
    page(portal, "notices", "vanthu", post=True, shown=[row["uid"] for row in waiting("vanthu")])
    shown = page(portal, "notices", "vanthu")
    assert waiting("vanthu") == []
    assert "Number 0." in shown.text


def test_the_bell_stops_counting_at_a_hundred(page, portal):
    for n in range(120):
        notices.tell(["vanthu"], "test", "", f"Number {n}.")
    answer = page(portal, "notices", "vanthu")
    assert bell(answer) == "99+"


@pytest.mark.parametrize("uid", ["", "none", "<script>"])
def test_nobody_sees_what_is_not_theirs(page, portal, uid):
    notices.tell(["chutich"], "test", "", "For the leader.")
    uid = uid or waiting("chutich")[0]["uid"]
    answer = page(portal, "notices", "vanthu", post=True, uid=uid)
    assert answer.status == 400
    assert "For the leader." not in answer.text
    assert len(waiting("chutich")) == 1


def test_words_that_were_typed_are_shown_as_words(page, portal):
    notices.tell(["vanthu"], "test", "", "Said: ${said}", {"said": "<b>!</b> ${who}"})
    answer = page(portal, "notices", "vanthu")
    assert "&lt;b&gt;!&lt;/b&gt; ${who}" in answer.html
