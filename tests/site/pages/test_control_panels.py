"""What the rules cannot read is said at its field and not saved."""

from plone.registry.interfaces import IRegistry
from vanphong.calendars.interfaces import ICalendarSettings
from vanphong.documents.interfaces import IDocumentSettings
from zope.component import getUtility
import pytest


SEASONS = "16/04-15/10 07:00-11:00 13:30-17:00\n16/10-15/04 07:30-11:30 13:00-16:30"


def setting(name, interface):
    """The stored value; ``registry[name]`` remembers what this request has read."""
    return getUtility(IRegistry).records[f"{interface.__identifier__}.{name}"].value


@pytest.fixture
def save(page, portal):
    """Save a panel with some fields changed; the others stay."""

    def send(panel, interface, **changes):
        form = {
            f"form.widgets.{name}": "\n".join(value) if isinstance(value, list) else str(value)
            for name in interface.names()
            if (value := setting(name, interface)) is not None
        }
        form |= {f"form.widgets.{name}": value for name, value in changes.items()}
        return page(portal, panel, "admin", post=True, **form, **{"form.buttons.save": "1"})

    return send


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seasons": "cả năm"}, "Mùa làm việc, dòng 1: không đọc được “cả năm”."),
        ({"seasons": SEASONS.splitlines()[0]}, "Không mùa nào gồm ngày 01/01."),
        ({"seasons": ""}, "Chưa điền ô bắt buộc này."),
        ({"holidays": "01/01 Tết\n\n2026-02-30 x"}, "Ngày nghỉ, dòng 3"),
        ({"makeup": "mai"}, "Ngày làm bù, dòng 1: “mai”"),
    ],
)
def test_a_calendar_that_cannot_be_read_is_not_saved(save, changes, said):
    before = {name: setting(name, ICalendarSettings) for name in ICalendarSettings.names()}
    answer = save("vanphong-calendar", ICalendarSettings, **changes)
    assert said in answer.text
    assert answer.location == ""
    for name, value in before.items():
        assert setting(name, ICalendarSettings) == value


def test_a_saved_calendar_is_tidy_and_counts(save, page, portal):
    answer = save(
        "vanphong-calendar", ICalendarSettings, holidays=" 2024-08-15 Lễ <i>& hội  \r\n\r\n"
    )
    assert answer.location, answer.text
    assert setting("holidays", ICalendarSettings) == ["2024-08-15 Lễ <i>& hội"]
    shown = page(portal, "vanphong-calendar", "admin")
    assert "Lễ &lt;i&gt;&amp; hội</textarea>" in shown.html
    assert "1 ngày làm việc 17:00 , thứ Sáu 16/8/2024" in shown.text
    assert "Số ngày làm việc: 21" in shown.text


def test_the_preview_shows_any_month(page, portal):
    shown = page(portal, "vanphong-calendar", "admin", month="2025-01").text
    assert "Tháng 01/2025" in shown
    assert "Tết Dương lịch" in shown
    assert "Tháng 08/2024" in page(portal, "vanphong-calendar", "admin", month="2025-13").text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"document_types": "quyet-dinh | Quyết định\nquyet-dinh | X"}, "Dòng 2: mã “quyet-dinh”"),
        ({"document_types": "Quyết định"}, "Dòng 1: “Quyết định” không phải là mã."),
        ({"fields": "VX | Văn xã | 2020-13-01"}, "“2020-13-01” không phải là ngày."),
        ({"working_days_to_resolve": "0"}, "Giá trị quá nhỏ."),
        ({"working_days_to_resolve": "x"}, "Giá trị phải là số nguyên."),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_not_saved(save, changes, said):
    before = {name: setting(name, IDocumentSettings) for name in IDocumentSettings.names()}
    assert said in save("vanphong-documents", IDocumentSettings, **changes).text
    for name, value in before.items():
        assert setting(name, IDocumentSettings) == value


def test_only_entries_in_force_are_shown_as_such(save, page, portal):
    lines = "VX | Văn xã\nCU | Lĩnh vực cũ | 2000-01-01 | 2023-12-31"
    save("vanphong-documents", IDocumentSettings, fields=lines)
    shown = page(portal, "vanphong-documents", "admin")
    assert "Lĩnh vực đang có hiệu lực: 1" in shown.text
    assert "<td>Lĩnh vực cũ</td>" not in shown.html
