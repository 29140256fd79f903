"""Outgoing documents of the sample body, each taken as far as its file says.

The drafts are made from the forms of Decree 30/2020; those that are numbered have a scan of the
signed paper.
"""

from datetime import datetime
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from plone import api
from vanphong.attachments.actions import accept
from vanphong.calendars import clock
from vanphong.calendars.rules import is_working_day
from vanphong.calendars.rules import sessions_on
from vanphong.calendars.settings import work_calendar
from vanphong.incoming import actions as incoming
from vanphong.organisation import people
from vanphong.outgoing import actions as outgoing
from vanphong.outgoing import deliveries
from vanphong.outgoing import lettering
from vanphong.outgoing import links
from vanphong.outgoing import rules
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms import rules as forms
from vanphong.outgoing.forms.render import render_draft
from vanphong.routing import sheet as sheets
import json


DATA = Path(__file__).parent / "profiles" / "sample"

CLERK = "vanthu"

CHECKED = {item.code: "yes" for item in rules.CHECKLIST}

#: The acts from one stage to the next; the holder of the running step does those without a name.
WAY = (
    ("unit_review", "submit"),
    ("appraisal", "check_content"),
    ("awaiting_signature", "appraise"),
    ("awaiting_signature", "approve"),
    ("signed", "sign"),
    ("numbered", "number"),
    ("issued", "issue"),
)


def play(units: dict, present: datetime) -> None:
    """Take the sample documents as far as their file says, the oldest first."""
    documents = json.loads((DATA / "outgoing.json").read_text(encoding="utf-8"))
    for number, one in enumerate(documents):
        clock.freeze(_begun(one["days_ago"], number, present))
        play_one(units, one, present)


def play_one(units: dict, one: dict, present: datetime):
    """Take one document as far as it says, from the moment at which the clock stands."""
    document = _draft(units, one)
    for user, text in one.get("comments", ()):
        _do("comment", document, user, present, text)
    for note in one.get("versions", ()):
        _do("add_version", document, one["drafter"], present, [_text(document, one)], note=note)
    if one["stage"] == "consulting":
        asked = [units[name].UID() for name in one["consulted"]]
        _do("ask_opinions", document, one["drafter"], present, asked, text="Xin ý kiến dự thảo.")
    for stage, act in WAY if one["stage"] not in ("draft", "consulting") else ():
        if act == "appraise":
            while _running(document).action == "appraise":
                _do("appraise", document, _running(document).actor, present, CHECKED)
        elif act == "number":
            _do("record_signature", document, CLERK, present, [_scan(one)])
            _do("number", document, CLERK, present)
        elif act == "issue":
            _do("issue", document, CLERK, present, sealed=True, despite=one.get("despite", ""))
        else:
            user = one["drafter"] if act == "submit" else _running(document).actor
            _do(act, document, user, present)
        if api.content.get_state(document) == one["stage"] == stage and act != "approve":
            break
    _receive(units, one, document, present)
    return document


def _draft(units: dict, one: dict):
    recipients = [
        {**line, "unit": units[line["unit"]].UID()} if "unit" in line else line
        for line in one["recipients"]
    ]
    names = ("document_type", "field", "subject", "urgency", "legal_bases", "particulars")
    raw = {name: one[name] for name in names if name in one}
    with _acting_as(one["drafter"]):
        document = outgoing.create_draft(units[one["unit"]], raw | {"recipients": recipients})
        outgoing.add_version(document, [_text(document, one)], note="Dự thảo lần đầu")
    return document


def _text(document, one: dict):
    """The draft as a DOCX of the form of its type."""
    form = forms.forms_for(document.document_type)[0]
    content = render_draft(
        builtin.template(form.code), lettering.letter_of(document, text=one["text"])
    )
    return accept("du-thao.docx", BytesIO(content), role="main")


def _scan(one: dict):
    content = (DATA / "signed" / one["scan"]).read_bytes()
    with _acting_as(CLERK):
        return accept("ban-da-ky.pdf", BytesIO(content), role="main")


def _receive(units: dict, one: dict, document, present: datetime) -> None:
    """Some of the recipients have registered it already."""
    uids = {units[name].UID(): name for name in one.get("received_by", ())}
    for delivery in deliveries.of(document):
        name = uids.get(delivery.recipient.unit)
        if name:
            clock.freeze(min(clock.now() + timedelta(minutes=30), present))
            with _acting_as(f"vanthu-{name}"):
                incoming.register(links.document(delivery.incoming_uid), {})


def _do(act: str, document, user: str, present: datetime, *args, **more):
    clock.freeze(min(clock.now() + timedelta(minutes=25), present))
    with _acting_as(user):
        return getattr(outgoing, act)(document, *args, **more)


def _running(document):
    return next(one for one in sheets.steps_of(document) if one.awaits and one.route_step)


def _acting_as(user_id: str):
    people.forget()
    return api.env.adopt_user(username=user_id)


def _begun(days: int, number: int, present: datetime) -> datetime:
    """A moment in the morning of a working day so many working days back."""
    cal = work_calendar()
    day = present.date()
    while days > 0 or not is_working_day(cal, day):
        day -= timedelta(days=1)
        if is_working_day(cal, day):
            days -= 1
    start, _end = sessions_on(cal, day)[0]
    return min(start + timedelta(minutes=5 * number), present)
