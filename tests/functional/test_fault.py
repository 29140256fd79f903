"""An error that nobody foresaw: our own page, which says what to do and hides what happened."""

from plone.app.testing import SITE_OWNER_NAME as MANAGER
from plone.app.testing import SITE_OWNER_PASSWORD as SECRET
from transaction.interfaces import TransientError
from vanphong.desktop.browser.desktop import DesktopView
from zExceptions import BadRequest
from zExceptions import Redirect
import pytest


@pytest.fixture
def broken(rest, monkeypatch):
    """Open the desktop as a browser does, with an error in it."""

    def get(error, user="cv1-vhtt", accept="text/html"):
        def fail(_view):
            raise error

        monkeypatch.setattr(DesktopView, "__call__", fail)
        client = rest(MANAGER, SECRET) if user == "admin" else rest(user)
        client.headers.update({"Accept": accept, "Accept-Language": "vi"})
        return client.get("@@desktop", allow_redirects=False)

    return get


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (RuntimeError("secret 1"), 500, "báo quản trị viên"),
        (KeyError("secret 1"), 500, "báo quản trị viên"),
        (TransientError("secret 1"), 503, "người khác đang sửa"),
        (BadRequest("secret 1"), 400, "Không đọc được yêu cầu"),
    ],
)
def test_the_page_says_what_to_do_and_not_what_broke(broken, error, status, words):
    answer = broken(error)
    assert answer.status_code == status
    assert words in answer.text
    assert "secret 1" not in answer.text
    assert "Traceback" not in answer.text


def test_a_redirect_that_is_raised_leads_on(broken):
    answer = broken(Redirect("https://example.org/elsewhere"))
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "https://example.org/elsewhere",
    )


def test_an_administrator_sees_what_broke(broken):
    answer = broken(RuntimeError("secret 1"), user="admin")
    assert "Traceback" in answer.text
    assert "secret 1" in answer.text


def test_a_program_is_answered_by_plone_rest(broken):
    answer = broken(RuntimeError("secret 1"), accept="application/json")
    assert (answer.status_code, answer.json()["type"]) == (500, "RuntimeError")


def test_a_script_is_not_sent_a_page(broken):
    answer = broken(RuntimeError("secret 1"), accept="*/*")
    assert (answer.status_code, answer.json()) == (500, {"error_type": "RuntimeError"})
