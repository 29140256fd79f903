"""The particulars of a document: the short list, and all fields of Annex VI."""

from vanphong import _
from vanphong.documents import catalogues
from vanphong.documents.imported import origin
from vanphong.documents.rules import INCOMING
from vanphong.documents.rules import parse_symbol
from vanphong.documents.rules import urgency_of
from vanphong.documents.vocabularies import CHANNELS
from vanphong.errors import InvalidInput
from vanphong.incoming.browser.situation import Situation
from vanphong.routing.rules import Action
from vanphong.ui import format as fmt


def signer(document) -> str:
    """Position and name of who signed, as far as they are known."""
    return ", ".join(filter(None, (document.signer_position, document.signer_name)))


def wide(situation: Situation) -> list[dict]:
    """What may be long: who issued and who signed it."""
    document = situation.document
    rows = ((_("Issuing body"), document.organ_name), (_("Signed by"), signer(document)))
    return _rows((*rows, *origin(document)))


def short(situation: Situation, vp) -> list[dict]:
    """What one looks up most, in two columns."""
    document = situation.document
    arrived = vp.moment(document.arrived_at) if document.arrived_at else ""
    rows = (
        (_("Number, symbol"), document.symbol),
        (_("Date of arrival"), arrived),
        (_("Type"), catalogues.type_name(document.document_type)),
        (_("Date of the document"), _date(document.issued_date)),
        (_("Urgency"), _(urgency_of(document.urgency).label)),
        (_("Received by"), CHANNELS.get(document.channel, document.channel)),
    )
    return _rows(rows)


def full(situation: Situation) -> list[dict]:
    """All compulsory fields under the names of Annex VI, and our own beside them."""
    values = _annex_values(situation)
    rows = [{"term": field.title, "value": values.get(field.name) or ""} for field in INCOMING]
    document = situation.document
    names = {one.code: one.name for one in catalogues.fields().values()}
    more = (
        (_("Field"), names.get(document.field, document.field)),
        (_("Recipients named on it"), document.named_recipients),
        (_("Paper original kept at"), document.paper_location),
        (_("Registered by"), document.registered_by),
        (_("Document identifier"), document.document_identifier),
        (_("Why it is no duplicate"), document.distinct_reason),
        (_("Why it was returned"), document.return_reason),
        (_("Why its registration was cancelled"), document.cancel_reason),
    )
    return rows + _rows(pair for pair in more if pair[1])


def _rows(pairs) -> list[dict]:
    return [{"term": term, "value": value} for term, value in pairs]


def _annex_values(situation: Situation) -> dict[str, object]:
    document = situation.document
    values: dict[str, object] = {
        field.name: getattr(document, field.name, "") for field in INCOMING
    }
    number, notation = _symbol(document.symbol)
    leads = [step for step in situation.sheet if step.directive and not step.parent]
    receivers = [step.actor_title for step in leads if step.action is not Action.INFORM]
    values.update(
        file_code=next((step.case_file for step in situation.sheet if step.case_file), ""),
        document_type=catalogues.type_name(document.document_type),
        code_number=number,
        code_notation=notation,
        issued_date=_date(document.issued_date),
        arrival_date=_date(document.arrival_date),
        arrival_number=document.label,
        urgency=_(urgency_of(document.urgency).label),
        to_places=", ".join(dict.fromkeys(receivers)),
        due_date=_date(document.due_date or document.due_at),
    )
    return values


def _symbol(symbol: str) -> tuple[str, str]:
    """Number and the rest of a symbol; a symbol of no known form is all notation."""
    try:
        parsed = parse_symbol(symbol)
    except InvalidInput:
        return "", symbol
    return parsed.code_number, parsed.notation


def _date(day) -> str:
    return fmt.full_date(day) if day else ""
