"""What forms ask of the files: where a document is to be kept, and putting it there."""

from functools import partial
from plone import api
from vanphong import _
from vanphong.casefiles import actions
from vanphong.casefiles import entries
from vanphong.casefiles import places
from vanphong.casefiles import settings
from vanphong.casefiles import suggestions
from vanphong.casefiles.actions.filing import checked
from vanphong.casefiles.actions.opening import check_values
from vanphong.casefiles.rules import notation as notations
from vanphong.casefiles.rules import retention
from vanphong.documents.browser import scope
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.errors import mark
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.routing.interfaces import IFiling
from zope.interface import implementer


NONE, THERE, NEW = "none", "there", "new"

#: Why a file is proposed, by what its documents share with this one.
REASONS = {
    "thread": _("holds ${n} documents of the same thread"),
    "sender": _("holds ${n} documents of the same sender"),
    "field": _("holds ${n} documents of the same field"),
}

MAY_FILE = "vanphong: File Document"
MAY_OPEN = "vanphong: Open Case File"


@implementer(IFiling)
class Filing:
    """See IFiling."""

    def prepared(self, document, case_file: str):
        """The code of the file, and a function that puts the document into it."""
        row = suggestions.named(document.body_uid, case_file)
        if row is None:
            if _is_notation(case_file):
                raise InvalidInput(
                    mark("There is no file ${code}."), code=case_file, field="case_file"
                )
            return None
        found = places.find(row["case_file_uid"])
        if not scope.may(MAY_FILE, found):
            checked(found, document)  # tells first when the file is closed
            raise not_yours(row["code"])
        if entries.of_document(found, document.UID()) is not None:
            return row["code"], _nothing
        checked(found, document)
        return row["code"], partial(actions.file_document, found, document)

    def fields(self, document) -> list[dict]:
        """None, a file that is there, or a new one."""
        held = suggestions.holders(document)
        none = _("In no other file") if held else _("No, it is not kept")
        keeping, *others = _asked(document)
        if held:  # it is kept: nothing more is proposed by itself
            kept = _("It lies in ${files}.", mapping={"files": ", ".join(held.values())})
            keeping |= {"value": NONE, "help": kept}
        return [{**keeping, "options": [(NONE, none), *keeping["options"]]}, *others]

    def chosen(self, document, asked):
        """A function that gives the code of the file chosen."""
        keep = asked("keep")
        text = asked("case_file") or (asked("case_file_pick") if keep == THERE else "")
        if keep == NEW:
            return self._opening(document, asked)
        if keep == THERE:
            if not text:
                raise InvalidInput(mark("Choose the file that it is kept in."), field="case_file")
            if suggestions.named(document.body_uid, text) is None:
                raise InvalidInput(mark("There is no file ${code}."), code=text, field="case_file")
        if keep == NONE:
            text = ""
        if text:
            self.prepared(document, text)
        return lambda: text

    def _opening(self, document, asked):
        title = " ".join(asked("new_title").split())
        if not title:
            raise InvalidInput(mark("Give the title of the new file."), field="new_title")
        period = asked("new_retention") or retention.period_text(_years(title))
        retention.parse_period(period, "new_retention")
        unit = unit_for(document.body_uid)
        if unit is None:
            raise RuleBroken(mark("You belong to no unit that keeps files here."), field="keep")

        values = {"title": title, "retention": period}
        check_values(values, unit)

        def opened() -> str:
            return actions.open_file(unit, values).code

        return opened


def unit_for(body_uid: str):
    """The unit of this person for which a file would be opened, None without one."""
    for position in scope.positions(people.me()):
        unit = directory.unit_object(position.unit_uid)
        body = directory.body_of(unit)
        if body.UID() == body_uid and scope.may(MAY_OPEN, unit):
            return unit
    return None


def not_yours(code: str) -> NotAllowed:
    """The refusal for who puts no documents into a file."""
    text = mark("You put no documents into the file ${code}.")
    return NotAllowed(text, code=code, field="case_file")


def fields_of_a_file(*documents) -> list[dict]:
    """The inputs of a form that always ends in a file, for one document or for several."""
    keeping, *others = _asked(*documents)
    return [{**keeping, "value": THERE, "autofocus": True}, *others]


def completions(kind: str) -> str:
    """Address of what may be typed for ``files``, ``readable`` files or ``documents``."""
    return f"{api.portal.get().absolute_url()}/@@case-file-completions/{kind}"


def _nothing() -> None:
    """The document is there already."""


def _is_notation(text: str) -> bool:
    try:
        notations.parse(text)
    except InvalidInput:
        return False
    return True


def _years(title: str) -> int:
    found = settings.suggested(title)
    return 10 if found is None else found.rule.years


def _asked(*documents) -> list[dict]:
    """A file that is there, or a new one."""
    found = suggestions.offered(*documents)
    likely = [one for one in found if one.evidence is not None]
    keeping = {
        "name": "keep",
        "label": _("Keep in a case file"),
        "kind": "radio",
        "width": 12,
        "value": THERE if likely else NONE,
        "options": [(THERE, _("In a file that is there")), (NEW, _("In a new file"))],
    }
    return [keeping, *_there(found, likely), *_new(documents[0])]


def _there(found: list, likely: list) -> list[dict]:
    groups = []
    if likely:
        options = [_option(one) for one in likely]
        groups.append({"id": "likely", "title": _("Proposed"), "options": options})
    recent = [_option(one) for one in found if one.evidence is None]
    if recent:
        groups.append({"id": "recent", "title": _("Your recent files"), "options": recent})
    pick = {
        "name": "case_file_pick",
        "label": _("Case file"),
        "groups": groups,
        "value": likely[0].row["code"] if likely else "",
        "prompt": _("Choose"),
        "open": bool(likely),
    }
    code = {
        "name": "case_file",
        "label": _("or its code or title") if groups else _("Code or title of the file"),
        "width": 12,
        "maxlength": 200,
        "complete_url": completions("files"),
        "placeholder": "01.TCCB",
    }
    return [pick, code] if groups else [code]


def _new(document) -> list[dict]:
    if unit_for(document.body_uid) is None:
        return []
    years = _years(document.subject or "")
    return [
        {
            "name": "new_title",
            "label": _("Title of the new file"),
            "width": 8,
            "maxlength": 500,
            "placeholder": _("Only for a new file"),
        },
        {
            "name": "new_retention",
            "label": _("Retention period"),
            "kind": "select",
            "width": 4,
            "value": retention.period_text(years),
            "options": [
                (retention.period_text(one), retention.period_text(one))
                for one in sorted({*retention.OFFERED, years}, key=lambda one: one or 1000)
            ],
        },
    ]


def _option(one) -> dict:
    row, hint = one.row, ""
    if one.evidence is not None:
        reason = one.evidence.reason
        hint = _(REASONS[reason], mapping={"n": getattr(one.evidence, reason)})
    title = f"{row['notation']} ({row['year']}) {row['title']}"
    return {"value": row["code"], "title": title, "hint": hint}
