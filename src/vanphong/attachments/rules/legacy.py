"""Vietnamese text in the encodings before Unicode: TCVN3 (ABC fonts) and VNI.

Files typed before 2001 hold letters of Western Europe that only a special font shows as
Vietnamese: “Céng hßa x· héi” (TCVN3), “Coäng hoøa xaõ hoäi” (VNI). Decree 30/2020/NĐ-CP,
Annex I asks for TCVN 6909:2001, which is Unicode.
"""

from collections.abc import Iterator
from enum import StrEnum
from unicodedata import normalize
import re


class Encoding(StrEnum):
    """How a text is written."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


#: One code of TCVN3 for one letter. Capitals with a tone have none: a font of capitals, whose
#: name ends in H, shows the small ones.
_TCVN3_CODES = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ¡¢£¤¥¦§"
_TCVN3_LETTERS = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂÊÔƠƯĐ"

_TCVN3 = dict(zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True))

#: The marks of VNI: a letter follows its base letter, and carries its tone.
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"

_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_ROOFS = {"â": "", "á": _ACUTE, "à": _GRAVE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_BOWLS = {"ê": "", "é": _ACUTE, "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_ALONE = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư"}

#: Frequent in every letter of an office, and unlike anything that a wrong decoding gives.
_WORDS_OF_FREQUENT = """
và của các được về với việc là có cho để số ủy uỷ ban nhân dân tỉnh huyện xã quyết định
nghị thực hiện công hội độc lập tự hạnh phúc kính gửi năm ngày tháng căn cứ những không
này đã theo tại một người cộng hòa hoà chủ nghĩa việt
"""
_FREQUENT = frozenset(_WORDS_OF_FREQUENT.split())

_ACCENTED = re.compile(r"[^\W\d_a-z]")
_WORD = re.compile(r"[^\W\d_]+")

#: So many frequent words must appear before a text is believed to be in an old encoding.
ENOUGH = 3

#: Detection looks at this many characters.
SAMPLE = 20_000


def _vni() -> Iterator[tuple[str, str]]:
    for base in "aeiouyôö":
        for mark, tone in _TONES.items():
            yield base + mark, normalize("NFC", _ALONE.get(base, base) + tone)
    for base in "aeo":
        for mark, tone in _ROOFS.items():
            yield base + mark, normalize("NFC", base + _CIRCUMFLEX + tone)
    for mark, tone in _BOWLS.items():
        yield "a" + mark, normalize("NFC", "a" + _BREVE + tone)
    yield from _ALONE.items()


def _with_capitals(table: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for code, letter in table:
        yield code, letter
        yield code.upper(), letter.upper()
        yield code[0].upper() + code[1:], letter.upper()


_VNI = dict(_with_capitals(_vni()))
_VNI_CODE = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


def from_tcvn3(text: str) -> str:
    """Write a TCVN3 text in Unicode; what TCVN3 does not use stays."""
    return "".join(_TCVN3.get(letter, letter) for letter in text)


def from_vni(text: str) -> str:
    """Write a VNI text in Unicode; what VNI does not use stays."""
    return _VNI_CODE.sub(lambda found: _VNI[found[0]], text)


_READERS = {Encoding.TCVN3: from_tcvn3, Encoding.VNI: from_vni}


def encoding_of(text: str) -> Encoding:
    """Tell how a text is written, by how many frequent words each way of reading gives.

    Only words that carry a mark count, for the others are the same in every encoding. In
    doubt it is Unicode, which alters nothing.
    """
    sample = normalize("NFC", text[:SAMPLE])
    found = {Encoding.UNICODE: _frequent(sample)}
    for encoding, read in _READERS.items():
        found[encoding] = _frequent(read(sample))
    best = max(found, key=lambda one: found[one])
    if found[best] < ENOUGH or found[best] < 2 * found[Encoding.UNICODE]:
        return Encoding.UNICODE
    return best


def to_unicode(text: str) -> str:
    """Write a text in composed Unicode, whichever of the encodings it is in."""
    text = normalize("NFC", text)
    read = _READERS.get(encoding_of(text))
    return text if read is None else normalize("NFC", read(text))


def _frequent(text: str) -> int:
    words = _WORD.findall(text.lower())
    return sum(word in _FREQUENT and bool(_ACCENTED.search(word)) for word in words)
