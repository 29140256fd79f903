"""Files, entries and lists as JSON."""

from plone import api
from vanphong.casefiles import entries
from vanphong.casefiles import planned
from vanphong.casefiles import readmodel
from vanphong.casefiles import team
from vanphong.casefiles.rules import file_list as lists
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.file_list import Kind
from vanphong.ui.services import address


PLAIN = (
    "code",
    "notation",
    "title",
    "year",
    "rights",
    "maker",
    "maker_title",
    "unit_uid",
    "body_uid",
    "documents",
    "pages",
    "due_year",
    "frozen",
)


def shown_row(row: dict, request) -> dict:
    """A row of the list of files."""
    return {
        "@id": address(row["path"], request),
        "@type": "CaseFile",
        "UID": row["case_file_uid"],
        "state": row["state"],
        "retention": retention.period_text(row["years"]),
        "started_on": _day(row["started_on"]),
        "ended_on": _day(row["ended_on"]),
        **{name: row[name] for name in PLAIN},
    }


def shown(case_file, request) -> dict:
    """A file with its roster; entries have their own service."""
    found = shown_row(readmodel.row(case_file), request)
    more = ("language", "paper_location", "keywords", "note", "heading")
    return {
        **found,
        **{name: getattr(case_file, name) or "" for name in more},
        "team": [
            {"user_id": one.user_id, "title": one.title, "part": one.part}
            for one in team.members(case_file)
        ],
    }


def shown_entry(entry: entries.Entry) -> dict:
    """An entry without what its document says."""
    return {
        "number": entry.number,
        "document": entry.document_uid,
        "kind": entry.kind,
        "pages": entry.pages,
        "note": entry.note,
        "grants": entry.grants,
        "filed_by": entry.filed_by,
        "filed_at": None if entry.filed_at is None else entry.filed_at.isoformat(),
    }


def shown_list(file_list) -> dict:
    """A file list with its lines."""
    totals = lists.totals(file_list.lines)
    return {
        "@id": file_list.absolute_url(),
        "@type": "FileList",
        "UID": file_list.UID(),
        "title": file_list.title,
        "year": file_list.year,
        "body_uid": file_list.body_uid,
        "state": api.content.get_state(file_list),
        "numbering": file_list.numbering,
        "revision": file_list.revision,
        "totals": {"files": totals.files, "permanent": totals.permanent, "text": totals.text},
        "lines": [_line(one) for one in planned.signs(file_list)],
    }


def _line(one) -> dict:
    line = one.line
    is_file = line.kind is Kind.FILE
    return {
        "uid": line.uid,
        "kind": str(line.kind),
        "sign": one.sign,
        "title": line.title,
        "abbreviation": line.abbreviation,
        "retention": retention.period_text(line.years) if is_file else "",
        "maker": line.maker,
        "maker_title": line.maker_title,
        "unit": line.unit,
        "note": line.note,
    }


def _day(value) -> str | None:
    return None if value is None else value.isoformat()
