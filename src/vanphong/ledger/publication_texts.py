"""Words inside the files of published documents.

The index of the search over documents knows the words of all files of a document. Citizens may
find those of the published files alone: where all are, the index answers; where some are
not, the texts of the published ones are looked through.
"""

from collections.abc import Sequence
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import Select
from sqlalchemy import String
from sqlalchemy import and_
from sqlalchemy import cast
from sqlalchemy import column
from sqlalchemy import literal
from sqlalchemy import literal_column
from sqlalchemy import or_
from sqlalchemy import select
from sqlalchemy import table
from sqlalchemy.dialects.postgresql import TSQUERY
from vanphong.ledger.tables import document_text
from vanphong.ledger.tables import publication
from vanphong.ledger.words import FILE
from vanphong.ledger.words import bare
from vanphong.ledger.words import indexed


#: Instead of names: all files of the document are published.
ALL = "*"

#: So many documents with hidden files are looked through for one question, the newest.
MOST = 40

_P, _T = publication.c, document_text.c
_SQLITE = table("document_words", column("rowid"))
_POSTGRESQL = table("document_words", column("position"), column("exact"), column("folded"))


def having(
    connection: Connection,
    asked: Sequence[str],
    conditions: Sequence[ColumnElement[bool]],
    *,
    exact: bool,
) -> ColumnElement[bool]:
    """The condition that a published file of a publication has all words.

    :param asked: letters and digits only, as ``words.words`` gives them.
    :param conditions: what else is asked of the publications.
    """
    wanted = [one if exact else bare(one) for one in asked]
    texts = select(_T.document_uid).where(_T.position.in_(_positions(connection, wanted, exact)))
    partly = (
        select(_P.uid, _P.files, _T.body)
        .join(document_text, _T.document_uid == _P.document_uid)
        .where(*conditions, _P.files.not_in(["", ALL]), _P.document_uid.in_(texts))
        .order_by(_P.published_on.desc())
        .limit(MOST)
    )
    found = [
        row.uid
        for row in connection.execute(partly)
        if _has(row.body, row.files.split("\n"), wanted, exact=exact)
    ]
    return or_(and_(_P.files == ALL, _P.document_uid.in_(texts)), _P.uid.in_(found))


def _positions(connection: Connection, wanted: Sequence[str], exact: bool) -> Select:
    """Places of the documents whose files have the words, by the index of this database."""
    if connection.dialect.name == "postgresql":
        query = " & ".join(f"'{word}':D" for word in wanted)
        source = _POSTGRESQL.c.exact if exact else _POSTGRESQL.c.folded
        match = source.op("@@", is_comparison=True)(cast(literal(query, String), TSQUERY))
        return select(_POSTGRESQL.c.position).where(match)
    where = "{body}" if exact else "{body_folded}"
    terms = " AND ".join(f'"{word}"' for word in wanted)
    matches: ColumnElement[str] = literal_column("document_words")
    return select(_SQLITE.c.rowid).where(matches.op("MATCH")(f"{where} : ({terms})"))


def _has(body: str, names: Sequence[str], wanted: Sequence[str], *, exact: bool) -> bool:
    """Whether the texts of the files of some names have all words."""
    blocks = (block.partition("\n") for block in body.split(FILE)[1:])
    texts = [text for name, _line, text in blocks if name.strip() in names]
    spelt, folded = indexed(texts)
    return set(wanted) <= set((spelt if exact else folded).split())
