"""Freezing what was selected in a list, and lifting it: who may, what is told of the others."""

from tests.archive_office import ARCHIVIST
from tests.office import as_user
from vanphong.casefiles import freeze
import pytest


HOLD, LIFT = "freeze-many", "lift-freeze-many"


@pytest.mark.parametrize("name", ["case-files", "incoming-documents"])
@pytest.mark.parametrize("user, offered", [(ARCHIVIST, True), ("chanhvp", True), ("vanthu", False)])
def test_lists_offer_it_to_who_may(archive, office, page, portal, name, user, offered):
    case_file, document = archive.full(None), office.presented()
    html = page(portal, name, user, box="all").html
    assert (f"@@{HOLD}?from={name}" in html) is offered
    assert f"@@{LIFT}" not in html
    if user == "chanhvp":
        uid = case_file.UID() if name == "case-files" else document.UID()
        assert f'value="{uid}"' in html


def test_a_selection_is_frozen_and_let_go(archive, office, page, portal):
    case_file, document = archive.full(None), office.presented()
    form = {"ids": [case_file.UID(), document.UID()], "from": "case-files"}
    shown = page(portal, HOLD, "chanhvp", post=True, **form)
    assert (shown.status, freeze.is_any()) == (200, False)
    assert case_file.code in shown.text
    assert document.symbol in shown.text
    form |= {"send": "1"}
    assert page(portal, HOLD, "chanhvp", post=True, **form).status == 400
    assert not freeze.is_any()
    answer = page(portal, HOLD, "chanhvp", post=True, reason="Thanh tra", order="QĐ 12", **form)
    assert (answer.status, answer.location) == (303, f"{portal.absolute_url()}/@@case-files")
    assert [freeze.own(one).order for one in (case_file, document)] == ["QĐ 12", "QĐ 12"]
    assert f"@@{LIFT}" in page(portal, "case-files", "chanhvp", box="all").html
    shown = page(portal, "archive", "chanhvp", box="frozen").html
    assert f"@@{LIFT}?from=archive" in shown
    assert f'value="{document.UID()}"' in shown
    form["from"] = "archive"
    answer = page(portal, LIFT, "chanhvp", post=True, reason="Xong", **form)
    assert answer.location.endswith("@@archive?box=frozen")
    assert not freeze.is_any()


def test_what_is_refused_is_named_and_the_others_are_frozen(archive, office, page, portal):
    case_file, document = archive.full(None), office.presented()
    with as_user("chanhvp"):
        freeze.freeze(document, reason="Thanh tra")
    form = {"ids": [document.UID(), case_file.UID()], "send": "1", "reason": "Kiểm tra"}
    answer = page(portal, HOLD, "chanhvp", post=True, **form)
    assert answer.status == 409
    assert f"{document.symbol} – {document.subject[:20]}" in answer.text
    assert f"{case_file.code} – {case_file.title}" in answer.text
    assert "Chưa lưu gì" not in answer.text
    assert f'value="{case_file.UID()}"' not in answer.html
    assert (freeze.own(case_file).reason, freeze.own(document).reason) == ("Kiểm tra", "Thanh tra")


@pytest.mark.parametrize("name", [HOLD, LIFT])
def test_others_freeze_nothing_and_see_nothing_that_they_may_not(archive, page, portal, name):
    case_file = archive.full(None)
    form = {"ids": [case_file.UID()], "send": "1", "reason": "Thanh tra"}
    answer = page(portal, name, "cv1-vhtt", post=True, **form)
    assert answer.status == 403
    assert case_file.title in answer.text
    answer = page(portal, name, "cv1-noivu", post=True, **form)
    assert answer.status == 400
    assert case_file.title not in answer.text
    assert not freeze.is_any()
