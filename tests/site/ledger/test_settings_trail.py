"""Changes of the rules leave a line: settings of the office, and the state of a register."""

from plone import api
from tests.office import as_user
from vanphong.calendars.interfaces import ICalendarSettings
from vanphong.documents.interfaces import IDocumentSettings
from vanphong.ledger import audit


def newest(act, uid=""):
    """The newest line of an act, with its detail."""
    rows = [row for row in audit.history(uid) if row["act"] == act]
    return rows[-1] if rows else None


def test_a_changed_setting_says_who_and_how_it_was(office):
    with as_user("admin"):
        api.portal.set_registry_record("working_days_to_resolve", 5, interface=IDocumentSettings)
    line = newest("change_setting")
    assert line["user_id"] == "admin"
    assert line["detail"]["setting"].endswith("IDocumentSettings.working_days_to_resolve")
    assert (line["detail"]["before"], line["detail"]["after"]) == ("7", "5")


def test_of_a_list_the_lines_that_came_and_went_are_told(office):
    name = "holidays"
    lines = list(api.portal.get_registry_record(name, interface=ICalendarSettings) or [])
    with as_user("admin"):
        changed = [*lines[1:], "2024-12-30 Nghỉ bù"]
        api.portal.set_registry_record(name, changed, interface=ICalendarSettings)
    detail = newest("change_setting")["detail"]
    assert detail["added"] == ["2024-12-30 Nghỉ bù"]
    assert detail["removed"] == lines[:1]


def test_a_setting_that_stays_as_it_is_leaves_none(office):
    before = len(audit.history(""))
    with as_user("admin"):
        api.portal.set_registry_record("working_days_to_resolve", 7, interface=IDocumentSettings)
        api.portal.set_registry_record("plone.site_title", "Văn phòng")
    assert len(audit.history("")) == before


def test_closing_and_opening_a_register(office):
    book = office.register_in
    with as_user("admin"):
        api.content.transition(book, "close")
        api.content.transition(book, "reopen")
    acts = [row["act"] for row in audit.history(book.UID())]
    assert acts[-2:] == ["close_register", "reopen_register"]
