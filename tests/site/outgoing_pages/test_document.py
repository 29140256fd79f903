"""The page of an outgoing document, for the right and the wrong person."""

import pytest


STEPS = ("submitted", "checked", "appraised", "approved", "signed", "numbered", "sealed", "issued")


@pytest.mark.parametrize("stage", STEPS)
def test_every_stage_is_shown(out, page, stage):
    document = getattr(out, stage)(recipients=[{"group": "communes"}, "Sở Nội vụ"])
    for user in (document.drafter, "truongphong-vhtt", "vanthu"):
        assert document.subject in page(document, "view", user).text
