"""What the checks before closing look at, read from the ledger in a few queries."""

from vanphong.casefiles import settings
from vanphong.casefiles.interfaces import IOpenWork
from vanphong.casefiles.rules import closing
from vanphong.casefiles.rules.closing import EntryFacts
from vanphong.casefiles.rules.closing import FileFacts
from vanphong.casefiles.rules.closing import Finding
from vanphong.casefiles.rules.closing import OpenWork
from vanphong.ledger import case_checks
from zope.component import subscribers


def findings(case_file) -> tuple[Finding, ...]:
    """All that stands between a file and its closing, as of now."""
    return closing.findings(_file(case_file), _entries(case_file), _work(case_file))


def _file(case_file) -> FileFacts:
    proposed = settings.suggested(case_file.title or "")
    return FileFacts(
        title=case_file.title or "",
        notation=case_file.notation,
        start=case_file.started_on,
        end=case_file.ended_on,
        rights=case_file.rights or "",
        years=case_file.years,
        least=None if proposed is None else proposed.rule.years,
        lower_approved=bool(case_file.lower_approved),
    )


def _work(case_file) -> list[OpenWork]:
    return [one for feature in subscribers((case_file,), IOpenWork) for one in feature.found()]


def _entries(case_file) -> list[EntryFacts]:
    uid = case_file.UID()
    steps, hashes = case_checks.open_steps(uid), case_checks.hashes(uid)
    imported = case_file.imported
    found = []
    for row in case_checks.entries(uid):
        document = row["document_uid"]
        if row["path"] is None:
            record = None if imported is None else imported.entries.get(row["number"])
            found.append(_without_document(row, record))
            continue
        found.append(
            EntryFacts(
                number=row["number"],
                document_uid=document,
                path=row["path"],
                label=row["symbol"] or row["subject"],
                direction=row["direction"],
                state=row["state"],
                symbol=row["symbol"],
                subject=row["subject"],
                organ_name=row["organ_name"],
                issued_date=row["issued_date"],
                pages=row["pages"],
                open_steps=tuple(steps.get(document, ())),
                hashes=tuple(hashes.get(document, ())),
            )
        )
    return found


def _without_document(row, record) -> EntryFacts:
    """A document that came with a package is a record only; any other is gone."""
    if record is None:
        return EntryFacts(row["number"], row["document_uid"], is_gone=True)
    return EntryFacts(
        number=row["number"],
        document_uid=row["document_uid"],
        label=record.symbol or record.subject,
        symbol=record.symbol,
        subject=record.subject,
        organ_name=record.organ_name,
        issued_date=record.issued_date,
        pages=row["pages"],
        hashes=tuple(one.sha256 for one in record.files),
        is_imported=True,
    )
