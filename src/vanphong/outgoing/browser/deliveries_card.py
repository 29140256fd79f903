"""The recipients of an outgoing document: as named while it is drafted, then one by one."""

from collections import Counter
from urllib.parse import urlencode
from vanphong import _
from vanphong.outgoing import deliveries
from vanphong.outgoing import rules
from vanphong.outgoing.browser.situation import Situation
from vanphong.outgoing.browser.words import DELIVERIES
from vanphong.outgoing.browser.words import WAYS


#: So many recipients stand on the page; the others after a click.
SHOWN = 50

COLUMNS = (
    {"id": "name", "title": _("Recipient"), "css": "su"},
    {"id": "way", "title": _("Way"), "css": ""},
    {"id": "state", "title": _("Stands"), "css": "st"},
)


def named(situation: Situation) -> list[dict]:
    """Recipients as the drafter named them."""
    return [
        {
            "name": one.name,
            "purpose": _(rules.PURPOSES[one.purpose].label),
            "way": WAYS[one.channel],
            "copies": one.copies,
        }
        for one in situation.document.recipients
    ]


def counts(situation: Situation) -> list[dict]:
    """How many recipients stand where, in the order of the states."""
    found = Counter(one.state for one in deliveries.of(situation.document))
    return [
        {"n": found[state], "kind": kind, "words": words}
        for state, (kind, words) in DELIVERIES.items()
        if found[state]
    ]


def table(situation: Situation, vp, everything: bool) -> dict:
    """Each recipient, for the macro ``list_table``."""
    sent = deliveries.of(situation.document)
    shown = sent if everything else sent[:SHOWN]
    may = situation.may("note_delivery")
    rows = [_row(one, situation, vp, may) for one in shown]
    return {
        "columns": COLUMNS,
        "rows": rows,
        "caption": _("Recipients and how far they are"),
        "css": "tight",
        "more": len(sent) - len(shown),
    }


def _row(one, situation: Situation, vp, may: bool) -> dict:
    recipient = one.recipient
    asked = urlencode({"do": "note_delivery", "recipient": recipient.key})
    return {
        "name": recipient.name,
        "purpose": _(rules.PURPOSES[recipient.purpose].label),
        "way": WAYS[recipient.channel],
        "copies": recipient.copies,
        "badge": vp.badge(*DELIVERIES[one.state]),
        "when": vp.moment(one.changed_at),
        "note": one.note,
        "url": f"{situation.url}/@@act?{asked}" if may and not one.incoming_uid else "",
    }
