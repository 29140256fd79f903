"""Who may not open a page is told so in the frame of the office."""

import pytest


@pytest.mark.parametrize("user", ["vanthu", "cv1-vhtt", "admin"])
def test_a_page_that_is_not_open(page, portal, user):
    found = page(portal, "insufficient-privileges", user)
    assert found.status == 403
    assert "vp-refusal" in found.html and "vp-rail" in found.html
    assert "không mở cho chức danh" in found.text
