"""Files that a document may belong into, read from what lies in the person's open files."""

from dataclasses import dataclass
from vanphong.casefiles.rules.states import WRITABLE
from vanphong.casefiles.rules.suggestions import Evidence
from vanphong.casefiles.rules.suggestions import gathered
from vanphong.casefiles.rules.suggestions import highest
from vanphong.casefiles.rules.suggestions import ranked
from vanphong.documents.rules import organ_key
from vanphong.ledger import case_entries
from vanphong.ledger import case_files
from vanphong.ledger.tables import Row
from vanphong.organisation import people


#: So many of the newest open files are looked at, and so many are offered as recent.
LOOKED_AT = 200
RECENT = 12

#: Of many documents so many say where they may belong.
LIKENED = 10


@dataclass(frozen=True)
class Offered:
    """A file with what speaks for it; None for one that is merely recent."""

    row: Row
    evidence: Evidence | None


def open_files(body_uid: str, words: tuple[str, ...] = (), limit: int = LOOKED_AT) -> list[Row]:
    """Files of a body into which this person may put documents now, the newest first."""
    filters = case_files.Filters(
        body_uid=body_uid,
        states=tuple(sorted(WRITABLE)),
        parts=(case_files.MAKER, case_files.CONTRIBUTOR),
        words=words,
    )
    rows = case_files.listed(people.me().tokens, filters, size=limit).rows
    return [row for row in rows if not row["frozen"]]


def offered(*documents) -> list[Offered]:
    """Files for documents of a body: those that hold their like first, then the recent ones.

    A file that holds all of them already is left out.
    """
    rows = {row["case_file_uid"]: row for row in open_files(documents[0].body_uid)}
    holding = [holders(one) for one in documents]
    rows = {uid: row for uid, row in rows.items() if not all(uid in held for held in holding)}
    counts = highest(_sharing(rows, one) for one in documents[:LIKENED])
    likely = [Offered(rows[one.case_file], one) for one in ranked(gathered(counts))]
    seen = {one.row["case_file_uid"] for one in likely}
    recent = [Offered(row, None) for uid, row in rows.items() if uid not in seen]
    return [*likely, *recent[:RECENT]]


def holders(document) -> dict[str, str]:
    """The files that hold a document: code by UID."""
    return {row["case_file_uid"]: row["code"] for row in case_entries.files_of(document.UID())}


def _sharing(rows: dict[str, Row], document) -> dict[str, dict[str, int]]:
    return case_entries.sharing(
        rows, document.UID(), organ_key=organ_key(document.organ_name), field=document.field or ""
    )


def named(body_uid: str, text: str) -> Row | None:
    """The file of a body with this code, or with this number and symbol, the newest year."""
    text = " ".join(text.split())
    found = case_files.named(body_uid, text)
    return next(iter(found), None)
