"""Comments on documents, tasks and case files: who may say what, who is told, what stays."""

from tests.casefile_office import Files
from tests.office import as_user
from tests.office import tick
from vanphong.discussion import actions
from vanphong.discussion import people
from vanphong.discussion import store
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import audit
from vanphong.ledger import notices
import pytest


def say(context, text, by="cv1-vhtt"):
    with as_user(by):
        tick()
        return actions.comment(context, text=text)


@pytest.fixture(params=["document", "task", "case_file"])
def context(request, office, tasks):
    if request.param == "document":
        return office.assigned()
    return tasks.assigned() if request.param == "task" else Files(office).open()


def test_who_works_with_it_says_something(context):
    made = say(context, " Đã trao đổi với Sở.\r\n")
    assert (made.number, made.text, made.author) == (1, "Đã trao đổi với Sở.", "cv1-vhtt")
    assert store.latest(context) == [made]
    assert audit.history(context.UID())[-1]["act"] == "discuss"


def test_who_may_not_read_says_nothing(context):
    with pytest.raises(NotAllowed):
        say(context, "Xin chào", by="cv1-noivu")
    assert store.count(context) == 0


def test_a_mention_tells_who_may_read(context):
    say(context, "Nhờ @truongphong-vhtt xem giúp.")
    (row,) = [one for one in notices.waiting({"truongphong-vhtt"}) if one["kind"] == "mention"]
    assert row["url"] == context.absolute_url_path().removeprefix("/plone")


@pytest.mark.parametrize(
    "text, error",
    [
        ("Nhờ @cv1-noivu xem.", RuleBroken),
        ("Nhờ @khong-co xem.", InvalidInput),
        ("  ", InvalidInput),
        ("x" * 4001, InvalidInput),
    ],
)
def test_what_is_refused_leaves_nothing(context, text, error):
    with pytest.raises(error):
        say(context, text)
    assert store.count(context) == 0


def test_only_the_author_withdraws_and_a_mark_stays(context):
    say(context, "Nhầm @truongphong-vhtt")
    with as_user("truongphong-vhtt"), pytest.raises(NotAllowed):
        actions.withdraw(context, 1)
    with as_user("cv1-vhtt"):
        actions.withdraw(context, 1)
        with pytest.raises(Conflict):
            actions.withdraw(context, 1)
        with pytest.raises(InvalidInput):
            actions.withdraw(context, 7)
    (left,) = store.latest(context)
    assert left.withdrawn_at is not None
    assert not [one for one in notices.waiting({"truongphong-vhtt"}) if one["kind"] == "mention"]
    say(context, "Viết lại.")
    assert [one.number for one in store.latest(context)] == [2, 1]


def test_the_pages_escape_what_was_said(context, page):
    say(context, "<script>alert(1)</script> xem https://phukhe.gov.vn/a?b=1&c=2.")
    shown = page(context, "view", "cv1-vhtt")
    assert "<script>alert(1)" not in shown.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown.html
    assert 'href="https://phukhe.gov.vn/a?b=1&amp;c=2"' in shown.html
    answer = page(context, "discussion", "cv1-vhtt", post=True, text="Từ trang.")
    assert answer.status == 303, answer.text
    assert page(context, "discussion", "cv1-vhtt", post=True, withdraw="2").status == 303
    assert "Từ trang." not in page(context, "discussion", "cv1-vhtt").html


def test_more_than_a_page_is_read_in_parts(context, page):
    for number in range(7):
        say(context, f"Ý kiến {number}")
    shown = page(context, "view", "cv1-vhtt").html
    assert "Ý kiến 6" in shown and "Ý kiến 0" not in shown
    assert "Ý kiến 0" in page(context, "discussion", "cv1-vhtt", before="3").html


def test_completion_offers_readers_only(office):
    document = office.assigned()
    with as_user("cv1-vhtt"):
        assert "truongphong-vhtt" in [
            one["value"] for one in people.like(document, "truongphong-vh")
        ]
        assert "cv1-noivu" not in [one["value"] for one in people.like(document, "cv1")]
