"""An import as JSON."""

from vanphong.imports import batches
from vanphong.imports import report
from vanphong.imports.browser.words import job_state


def shown(body, batch) -> dict:
    """How far it is."""
    return {
        "@id": f"{body.absolute_url()}/@imports/{batch.uid}",
        "uid": batch.uid,
        "name": batch.name,
        "state": batch.state,
        "job": job_state(batch),
        "by": batch.by,
        "made_at": batch.made_at.isoformat(),
        "rows": batch.size,
        "counts": {state: n for state, n in sorted(batch.counts.items()) if n},
        "unknown_columns": {sheet: list(names) for sheet, names in batch.unknown.items()},
    }


def row_shown(row) -> dict:
    """One row, with its findings."""
    return {
        "direction": row.direction,
        "row": row.number,
        "number": row.label,
        "state": row.state,
        "findings": [{"level": one["level"], "text": one["text"]} for one in report.findings(row)],
        "document": {"@id": report.url(row), "UID": row.document_uid} if row.path else None,
    }


def rows_shown(batch, first: int, size: int) -> list[dict]:
    """Rows of the list, beginning with one."""
    return [row_shown(row) for _index, row in batches.rows_from(batch, first, size)]
