"""Texts made comparable: words for search, keys against duplicates, identifiers, dates.

Annex VI, Part I.III.1.h of Decree 30/2020/NĐ-CP wants a warning on a repeated identifier, or a
repeated number, symbol and issuing body.
"""

from datetime import date
from vanphong.documents.rules.symbols import clean_symbol
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.words import bare
import re


#: Spellings of a body that mean the same, folded.
SAME_BODY = (
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("mat tran to quoc", "mttq"),
    ("uy ban mttq", "ubmttq"),
    ("van phong", "vp"),
    ("thanh pho", "tp"),
)


def fold(text: str) -> str:
    """Take off diacritics, capitals and repeated spaces: “Hỏa Tốc” and “hoả  tốc” are one."""
    return " ".join(bare(text).split())


def symbol_key(text: str) -> str:
    """Make symbols comparable: case, spaces, dashes and leading zeros do not count.

    Đ and D do: ĐA and DA, HĐ and HD are different types.
    """
    return re.sub(r"^0+(?=\d)|\s+", "", clean_symbol(text)).casefold()


def organ_key(text: str) -> str:
    """Make names of bodies comparable: “UBND tỉnh X” and “Ủy ban nhân dân Tỉnh X” are one."""
    key = " ".join(re.findall(r"\w+", fold(text.replace("&", " và "))))
    for long, short in SAME_BODY:
        key = re.sub(rf"\b{long}\b", short, key)
    return key


def organ_keys(typed: str) -> tuple[str, ...]:
    """Keys that a name may contain while it is being typed: “uy ban nh” may become “ubnd”.

    The last words of what was typed may be the beginning of a spelling that keys shorten.
    """
    key = organ_key(typed)
    words = key.split()
    found = {key: None}
    for long, short in SAME_BODY:
        for start in range(len(words)):
            begun = " ".join(words[start:])
            # of “t” anything may become, so the first word must be whole
            if long.startswith(begun) and begun.startswith(long.split()[0]):
                found[" ".join([*words[:start], short])] = None
    return tuple(one for one in found if one)


def duplicate_key(symbol: str, organ: str, issued: date | None) -> str:
    """Join symbol, body and year; equal keys mean the same document.

    The year belongs to it because numbers begin anew each year (Article 15). The key is empty
    when the document has no symbol: letters of citizens cannot be compared so.
    """
    if not symbol.strip():
        return ""
    year = issued.year if issued else ""
    return f"{symbol_key(symbol)}|{organ_key(organ)}|{year}"


def document_identifier(organ_id: str, issued: date, number_symbol: str) -> str:
    """Make the identifier of a document (mã định danh văn bản) for exchange between bodies.

    :returns: for example ``H99.20,2024/08/12,492/UBND-VP``.
    :raises InvalidInput: the code of the body is empty, or contains a comma or a space.
    """
    if not re.fullmatch(r"[^\s,]+", organ_id):
        raise InvalidInput(
            _("“${organ_id}” is not the code of a body; write it as H99.20 or 000.00.15.H51."),
            field="organ_id",
            organ_id=organ_id,
        )
    return f"{organ_id},{issued:%Y/%m/%d},{clean_symbol(number_symbol)}"


def date_words(day: date, place: str = "") -> str:
    """Write place and date as on a document: “An Bình, ngày 09 tháng 8 năm 2024”.

    Days below 10 and the months January and February have a leading zero (Annex I.II.4).
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    words = f"ngày {day.day:02d} tháng {month} năm {day.year}"
    return f"{place}, {words}" if place else words
