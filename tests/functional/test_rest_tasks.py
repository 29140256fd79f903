"""Tasks and comments over REST, from the lines of a notice to the end."""

from tests.task_office import Tasks
import pytest
import transaction


@pytest.fixture
def notice(office):
    """Notice 186/TB-UBND with its words read."""
    found = Tasks(office).notice()
    transaction.commit()
    return found


def path(context):
    return context.absolute_url_path().removeprefix("/plone/")


def test_lines_become_tasks_and_a_task_ends(rest, notice, office):
    leader = rest("pct-vanxa")
    lines = leader.get(f"{path(notice)}/@conclusions").json()["lines"]
    asked = [
        {"line": one["line"], "leads": one["leads"] or [office.uid("vp")], "due": "2024-08-30"}
        for one in lines
        if one["asks"]
    ]
    assert len(asked) >= 10
    refused = leader.post(f"{path(notice)}/@conclusions", json={"lines": [{"line": 999}]})
    assert refused.status_code == 400
    assert "999" in refused.json()["error"]["message"]
    assert leader.post(f"{path(notice)}/@conclusions", json={"lines": "x"}).status_code == 400
    made = leader.post(f"{path(notice)}/@conclusions", json={"lines": asked})
    assert made.status_code == 201
    assert len(made.json()["items"]) >= 10
    again = leader.post(f"{path(notice)}/@conclusions", json={"lines": asked[:1]})
    assert again.status_code == 409
    assert leader.get("@tasks?box=given").json()["items_total"] >= 10


def test_a_free_task_from_giving_to_cancelling(rest, office):
    head, worker = rest("truongphong-vhtt"), rest("cv1-vhtt")
    where = path(office.unit("vhtt"))
    values = {"text": "Kiểm kê", "lead": "cv1-vhtt", "due": "2024-08-20", "checklist": ["Một"]}
    made = head.post(f"{where}/@tasks", json=values)
    assert made.status_code == 201
    task = made.json()["@id"].partition("/plone/")[2]
    assert rest("cv1-noivu").get(task).status_code == 403
    item = made.json()["checklist"][0]["uid"]
    assert worker.post(f"{task}/@tick/{item}", json={}).json()["checklist"][0]["done_at"]
    done = worker.post(f"{task}/@progress", json={"percent": 40, "note": "Đã đếm."})
    assert done.json()["progress"] == 40
    assert worker.post(f"{task}/@progress", json={"percent": 140, "note": "x"}).status_code == 400
    said = worker.post(f"{task}/@discussion", json={"text": "Nhờ @truongphong-vhtt xem."})
    assert (said.status_code, said.json()["mentions"]) == (201, ["truongphong-vhtt"])
    assert worker.post(f"{task}/@discussion", json={"text": "@cv1-noivu"}).status_code == 422
    assert worker.delete(f"{task}/@discussion/1").json()["text"] == ""
    assert head.get(f"{task}/@discussion").json()["items_total"] == 1
    assert worker.post(f"{task}/@cancel", json={"reason": "Thôi"}).status_code == 403
    assert head.post(f"{task}/@cancel", json={"reason": "Thôi"}).json()["state"] == "cancelled"
    assert head.post(f"{task}/@workflow/finish", json={}).status_code == 409
