"""Open steps of many documents as JSON, from the rows of the ledger."""

from plone import api
from vanphong.documents.browser.scope import scope
from vanphong.documents.rules import URGENCY
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger import overviews
from vanphong.ledger import work
from vanphong.ledger.acts import attempt
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import token
from vanphong.organisation.services.units.get import shown as shown_place
from vanphong.routing import rules
from vanphong.routing.services.steps import shown_lateness
from vanphong.ui.given import Given
from vanphong.ui.services import address
from vanphong.ui.services import iso
from vanphong.ui.services import titled


PLAIN = (
    "actor",
    "actor_title",
    "giver",
    "giver_title",
    "instruction",
    "opened_by",
    "urge_count",
)

DATED = ("started_at", "received_at", "opened_at", "due_at", "extension_due")


def shown_row(row: dict, request) -> dict:
    """An open step with the document that it belongs to."""
    urgency = URGENCY[row["urgency"]]
    return {
        "step": row["step_uid"],
        "action": titled(row["action"], rules.ACTION_TEXTS[row["action"]], request),
        "state": titled(row["state"], rules.STATE_TEXTS[row["state"]], request),
        "unit": row["unit_uid"],
        "lateness": shown_lateness(row["due_at"]),
        **{name: row[name] for name in PLAIN},
        **{name: iso(row[name]) for name in DATED},
        "document": {
            "@id": address(row["path"], request),
            "UID": row["document_uid"],
            "label": row["arrival_number"],
            "subject": row["subject"],
            "symbol": row["symbol"],
            "organ_name": row["origin"],
            "urgency": titled(urgency.code, urgency.label, request),
        },
    }


def shown_unit(uid: str, query: Given, request) -> dict:
    """Who in a unit holds how much, and what of it the person may see; of one ``actor`` if asked.

    :raises InvalidInput: when there is no such unit.
    :raises NotAllowed: to who neither belongs to the unit nor watches over the body.
    """
    unit = directory.unit_object(uid)
    if unit is None:
        raise InvalidInput(_("There is no unit “${uid}”."), uid=uid, field="unit")
    with attempt("view", unit):
        sees_all = _sees_all(unit)
        if not (sees_all or _may_look(unit)):
            raise NotAllowed(
                _("Only ${who} may see this."),
                who=_("the people of the unit, the leaders of the body and its Office"),
            )
    tokens = None if sees_all else people.me().tokens
    found = overviews.of_unit(
        uid, actor=query.text("actor"), readable_by=tokens, page=query.whole("page", 1)
    )
    return {
        "@id": f"{api.portal.get().absolute_url()}/@work/unit/{uid}",
        "unit": shown_place(directory.info(unit), request),
        "holders": work.holding(uid),
        "page": found.number,
        "more": found.more,
        "items": [shown_row(row, request) for row in found.rows],
    }


def _sees_all(unit) -> bool:
    """The unit's own head and clerks, and the Office of the body."""
    own = {token(LEADERS, unit.UID()), token(CLERKS, unit.UID())}
    return bool(own & people.me().tokens) or scope(directory.body_of(unit)).tokens is None


def _may_look(unit) -> bool:
    """The people of the unit, and the leaders of the body: what they may read of it."""
    me = people.me()
    return unit.UID() in me.units() or directory.body_of(unit).UID() in me.leads()
