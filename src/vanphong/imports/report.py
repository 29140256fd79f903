"""What was found in a list, row by row, and what became of each: for the page and as .xlsx."""

from io import BytesIO
from plone import api
from vanphong import _
from vanphong.errors import OfficeError
from vanphong.imports import batches
from vanphong.imports import rules
from vanphong.imports.batches import Batch
from vanphong.imports.batches import Row
from vanphong.imports.template import TEXTS
from vanphong.ui import errors
from zope.globalrequest import getRequest
from zope.i18n import translate
import re
import xlsxwriter


#: A tint of ``vp.badge`` and the words, by the state of a row.
STATES = {
    batches.READ: ("plain", _("Waits for its check")),
    batches.GOOD: ("plain", _("Can be entered")),
    batches.BAD: ("late", _("Stays out")),
    batches.THERE: ("line", _("Entered before")),
    batches.ENTERED: ("done", _("Entered")),
    batches.FAILED: ("late", _("Refused")),
}

LEVELS = {rules.ERROR: _("Error"), rules.WARNING: _("Warning")}

COLUMNS = (
    _("Sheet"),
    _("Row"),
    _("Number"),
    _("Subject"),
    _("State"),
    _("Findings"),
    _("Address"),
)

_UNTEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def finding_text(direction: str, finding: rules.Finding) -> str:
    """A finding in the language of the reader, with the heading of its column."""
    text = errors.message(OfficeError(finding.text, **dict(finding.mapping)), getRequest())
    titles = {one.name: one.title for one in rules.COLUMNS[direction]}
    title = titles.get(finding.column, "")
    return f"{title}: {text}" if title else text


def findings(row: Row) -> list[dict]:
    """The findings of a row, errors first."""
    found = sorted(row.findings, key=lambda one: one.level != rules.ERROR)
    return [
        {
            "level": one.level,
            "title": LEVELS[one.level],
            "text": finding_text(row.direction, one),
        }
        for one in found
    ]


def url(row: Row) -> str:
    """Address of the document that a row has become, "" for none."""
    if not row.path:
        return ""
    return getRequest().physicalPathToURL(row.path.split("/"))


def xlsx(batch: Batch) -> bytes:
    """The report as a workbook; each cell is a text."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, TEXTS)
    sheet = book.add_worksheet("Kết quả")
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    for place, title in enumerate(COLUMNS):
        sheet.write_string(0, place, _said(title), bold)
        sheet.set_column(place, place, 60 if place in (3, 5) else 16, wrapped)
    for number, row in enumerate(batch.rows.values(), 1):
        for place, text in enumerate(_cells(row)):
            sheet.write_string(number, place, _UNTEXT.sub(" ", text)[:32_000])
    sheet.freeze_panes(1, 0)
    book.close()
    return target.getvalue()


def _cells(row: Row) -> tuple[str, ...]:
    said = "\n".join(f"{_said(one['title'])}: {one['text']}" for one in findings(row))
    return (
        rules.SHEETS[row.direction],
        str(row.number),
        row.label,
        row.cell("subject"),
        _said(STATES[row.state][1]),
        said,
        url(row),
    )


def _said(text) -> str:
    return translate(text, context=getRequest(), target_language=api.portal.get_default_language())
