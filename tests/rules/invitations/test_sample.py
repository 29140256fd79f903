"""The sample can be made on any day: its meetings may fall on an hour of its own schedule."""

import json


def test_every_meeting_of_the_sample_says_why_it_is_issued_despite_a_conflict(root):
    text = (root / "profiles/sample/invitations.json").read_text("utf-8")
    assert [one["subject"] for one in json.loads(text) if not one.get("despite")] == []
