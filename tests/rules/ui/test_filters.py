"""When the filters above a list stand open on a phone."""

from vanphong.ui.browser.page import PageView
import pytest


CHOICES = [("", "Tất cả"), ("open", "Đang mở")]


@pytest.mark.parametrize(
    ("field", "open_"),
    [
        ({"value": ""}, False),
        ({"value": None}, False),
        ({"value": "1210"}, True),
        ({"value": "", "options": CHOICES}, False),
        ({"value": "open", "options": CHOICES}, True),
        ({"value": "open", "options": CHOICES, "default": "open"}, False),
        ({"value": 2026, "options": [(2026, "2026"), (2025, "2025")]}, False),
        ({"value": "2025", "options": [(2026, "2026"), (2025, "2025")]}, True),
    ],
)
def test_only_a_choice_that_somebody_made_opens_them(field, open_):
    assert PageView.is_narrowed(None, [{"value": ""}, field]) is open_
