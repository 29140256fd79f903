"""Templates in words: names instead of codes, in the language of the request."""

from collections.abc import Callable
from collections.abc import Iterable
from vanphong import PACKAGE_NAME
from vanphong.documents import catalogues
from vanphong.documents import rules as document_rules
from vanphong.organisation import directory
from vanphong.routing.rules.matching import Reason
from vanphong.routing.rules.routes import RELATION_TEXTS
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import Who
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.i18nmessageid import Message


def said(text: str, **mapping: object) -> str:
    """A text of ours, translated."""
    return translate(Message(text, PACKAGE_NAME, mapping=mapping), context=getRequest())


def reason_said(reason: Reason) -> str:
    """Why a template is taken or not."""
    nothing = "–"
    return said(
        reason.text,
        wanted=values_said(reason.kind, reason.wanted),
        given=values_said(reason.kind, [reason.given]) if reason.given else nothing,
        day=f"{reason.day:%d/%m/%Y}" if reason.day else "",
    )


def values_said(kind: str, codes: Iterable[str]) -> str:
    """The values of a condition, by their names."""
    name = NAMES.get(kind, str)
    return ", ".join(name(code) for code in codes)


def who_said(who: Who) -> str:
    """Who acts on a step of a template."""
    unit = directory.unit(who.unit) if who.unit else None
    if who.relation is Relation.POSITION:
        return ", ".join(filter(None, (who.position, unit.short if unit else "")))
    if unit is not None:
        return unit.short
    return said(RELATION_TEXTS[who.relation])


def _type(code: str) -> str:
    return catalogues.type_name(code)


def _field(code: str) -> str:
    found = catalogues.fields().get(code)
    return code if found is None else found.name


def _urgency(code: str) -> str:
    labels = {one.code: one.label for one in document_rules.URGENCY}
    return said(labels.get(code, code))


def _unit(uid: str) -> str:
    found = directory.unit(uid)
    return uid if found is None else found.short


SIGNERS = {
    "body": RELATION_TEXTS[Relation.LEADER_IN_CHARGE],
    "unit": RELATION_TEXTS[Relation.UNIT_HEAD],
}

NAMES: dict[str, Callable[[str], str]] = {
    "document_types": _type,
    "fields": _field,
    "urgencies": _urgency,
    "units": _unit,
    "signed_by": lambda code: said(SIGNERS.get(code, code)),
}
