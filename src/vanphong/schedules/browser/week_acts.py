"""What can be done with a week now, as buttons and the fields that they need."""

from vanphong import _
from vanphong.schedules import flow


def buttons(view) -> list[dict]:
    """The acts that the person may do in the present state, the most important first."""
    found = []
    state = view.state
    if view.office and state in ("", flow.COLLECTING):
        if state:
            found.append(_button("compile_week", _("Compile the week"), "work"))
        found.append(_button("copy_week", _("Copy from the week before"), "quiet"))
    if view.approves and state == flow.COMPILED:
        found.append(_button("approve", _("Approve the week"), "official"))
    if view.office and state == flow.APPROVED:
        found.append(_button("publish", _("Publish the week"), "official"))
    if view.approves and state == flow.PUBLISHED and view.pending:
        found.append(_button("republish", _("Publish the adjusted schedule"), "official"))
    if view.office and state in (flow.COMPILED, flow.APPROVED, flow.UNPUBLISHED):
        found.append(_button("reopen", _("Collect again"), "quiet"))
    if view.office and state == flow.PUBLISHED:
        found.append(_button("unpublish", _("Take off the portal"), "quiet"))
    return found


def fields(view) -> list[dict]:
    """What the buttons ask for."""
    names = {one["value"] for one in buttons(view)}
    found = []
    if "approve" in names and view.hard:
        found.append(_line("note", _("Why it is approved in spite of the conflicts")))
    if names & {"publish", "republish"}:
        found.append(_line("note", _("Note on this edition")))
    if "publish" in names:
        found.append(
            {
                "name": "replaces_invitation",
                "label": _("Invitations"),
                "kind": "checks",
                "width": 12,
                "value": ["1"] if view.usually_replaces else [],
                "options": [("1", _("This schedule replaces invitations"))],
            }
        )
    if "unpublish" in names:
        found.append(_line("reason", _("Reason, to take it off the portal")))
    return found


def _button(value: str, title, kind: str) -> dict:
    return {"value": value, "title": title, "kind": kind}


def _line(name: str, label) -> dict:
    return {"name": name, "label": label, "width": 12, "maxlength": 500}
