"""What is refused of the particulars of an incoming document, whoever sends them."""

from vanphong.calendars import clock
from vanphong.documents import rules as document_rules
from vanphong.documents.values import read
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.incoming.content import IIncomingDocument
from vanphong.ledger import documents as index


DUPLICATE = "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục III.1.h"


def checked(body, raw: dict, files) -> dict:
    """Typed values, after the rules that hold for every incoming document.

    :param body: the receiving body (Unit).
    :param raw: field values as a form or a client sends them.
    :raises InvalidInput: or RuleBroken, naming the field.
    """
    refuse_secret(raw, files)
    values = read(IIncomingDocument, raw, body)
    document_rules.check_lengths(values, "in")
    if values["symbol"] and not values["symbol_as_is"]:
        values["symbol"] = document_rules.parse_symbol(values["symbol"]).text
    today = clock.today()
    if values["issued_date"] and values["issued_date"] > today:
        raise InvalidInput(
            _("The date of the document, ${date}, lies after today."),
            date=f"{values['issued_date']:%d/%m/%Y}",
            field="issued_date",
        )
    return values


def refuse_secret(raw: dict, files) -> None:
    """Before anything else, so that no file of a secret document is even looked into."""
    secrecy = raw.get("secrecy") or "normal"
    document_rules.refuse_secret(secrecy, bool(files), str(raw.get("subject") or ""))


def refuse_duplicate(body, values: dict, distinct: str, own_uid: str) -> None:
    """Refuse a second document with the same identifier or number, symbol and issuer.

    :param distinct: why this is another one; then nothing is refused.
    :param own_uid: of the document itself, "" for a new one.
    """
    if not values["symbol"] or distinct.strip():
        return
    key = document_rules.duplicate_key(
        values["symbol"], values["organ_name"], values["issued_date"]
    )
    identifier = ""
    if values["organ_id"] and values["issued_date"]:
        identifier = document_rules.document_identifier(
            values["organ_id"], values["issued_date"], values["symbol"]
        )
    found = index.find_duplicate(body.UID(), key, identifier, own_uid)
    if found is not None:
        raise Conflict(
            _(
                "${symbol} of ${organ} is here already, as arrival number ${number}. "
                "If this is another document, say why."
            ),
            symbol=values["symbol"],
            organ=values["organ_name"],
            number=found["label"] or "–",
            path=found["path"],
            field="symbol",
            rule=DUPLICATE,
        )
