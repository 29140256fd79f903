"""The lines of a form, worded as Annex I of Decree 30/2020/NĐ-CP wants them.

Nothing here is translated: it is what stands on the paper.
"""

from collections.abc import Iterable
from datetime import date
from vanphong.documents.rules import date_words
from vanphong.outgoing.forms.rules.letter import INVITATION
from vanphong.outgoing.forms.rules.letter import Letter
from vanphong.outgoing.forms.rules.letter import Recipient
import re
import unicodedata


NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ADDRESSED = "Kính gửi:"
AS_ABOVE = "Như trên"
END = "./."

#: Places left free for what is written when the document is numbered.
NUMBER_BLANK = " " * 6
DAY_BLANK = " " * 4

NO_BREAK = "\u00a0"

#: A name of a body longer than this, in letters, takes two lines of the head.
HEAD_WIDTH = 24

#: A line of the head longer than this is 12 points high instead of 13, else it would not fit.
HEAD_LONG = 20

#: Rules are a third to a half as long as the line above them (Annex I.II.2 and II.5): up to how
#: many letters of that line, and how many millimetres. Below a body, and below a subject.
BODY_RULES = ((10, 10), (16, 16), (HEAD_WIDTH, 22))
SUBJECT_RULES = ((22, 18), (34, 26), (50, 38), (500, 45))

#: Letters that a better place to part a name may lie from its middle.
NICER = 6

_SEAT = re.compile(
    r"\s+(?=(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ(?! HỘI)|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s)", re.UNICODE
)
_ABOUT = re.compile(r"^(?:v/v\.?:?|về việc:?)\s+", re.IGNORECASE)
_GROUND = re.compile(r"(?:Căn cứ|Theo|Xét|Thực hiện|Trên cơ sở|Sau khi)\b", re.IGNORECASE)
_ENDS = " ;,.:/"


def clean(text: str) -> str:
    """A text in composed letters, on one line, without signs that no document has."""
    text = unicodedata.normalize("NFC", text)
    text = "".join(" " if letter.isspace() else letter for letter in text)
    text = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cs"))
    return re.sub(r" {2,}", " ", text).strip()


def number_line(letter: Letter) -> str:
    """``Số: 05/UBND-VX``, before numbering ``Số:      /UBND-VX`` (Annex I.II.3)."""
    return f"Số: {letter.symbol or f'{NUMBER_BLANK}/{letter.notation}'}"


def place_date(place: str, day: date | None) -> str:
    """Place and date (Annex I.II.4); without a day its places are blank."""
    if day is not None:
        return date_words(day, clean(place))
    words = f"ngày{DAY_BLANK} tháng{DAY_BLANK} năm{DAY_BLANK}"
    return f"{clean(place)}, {words}" if place else words


def subject_line(letter: Letter) -> str:
    """The subject: ``V/v …`` of an official letter, ``Về việc …`` where it is so begun."""
    subject = clean(letter.subject).rstrip(" .;/")
    about = _ABOUT.sub("", subject)
    if letter.is_official_letter:
        return f"V/v {about}"
    return f"Về việc {about}" if about != subject else subject[:1].upper() + subject[1:]


def title_line(letter: Letter) -> str:
    """The subject as a title: its last words stay together, so that none stands alone."""
    first, *last = subject_line(letter).rsplit(" ", 2)
    return (
        NO_BREAK.join((first, *last)) if len("".join(last)) <= HEAD_WIDTH else subject_line(letter)
    )


def capital_lines(name: str, width: int = HEAD_WIDTH) -> tuple[str, ...]:
    """A name in capitals, on one line or parted where a person would part it.

    ``Ủy ban nhân dân huyện Phú Khê`` is ỦY BAN NHÂN DÂN / HUYỆN PHÚ KHÊ.
    """
    capitals = clean(name).upper()
    if len(capitals) <= width:
        return (capitals,) if capitals else ()
    seat = _SEAT.search(capitals)
    if seat:
        first, last = capitals[: seat.start()], capitals[seat.end() :]
        return (*_balanced(first, width), *_balanced(last, width))
    return _balanced(capitals, width)


def _balanced(text: str, width: int) -> tuple[str, ...]:
    if len(text) <= width or " " not in text:
        return (text,)
    spaces = [place for place, letter in enumerate(text) if letter == " "]
    parted = min(spaces, key=lambda place: _awkward(text[:place], text[place + 1 :]))
    return (*_balanced(text[:parted], width), *_balanced(text[parted + 1 :], width))


def _awkward(first: str, second: str) -> float:
    """How badly a name is parted here: halves alike, “VÀ” begins a line, “-” ends one."""
    uneven = abs(len(first) - len(second)) / 2
    if first.endswith(" VÀ") or second.startswith("- "):
        return uneven + len(first + second)
    if second.startswith("VÀ ") or first.endswith(("-", ",")):
        return uneven - NICER
    return uneven


def rule_width(line: str, rules: tuple[tuple[int, int], ...]) -> int:
    """How long the rule below a line is, in millimetres."""
    return next((width for letters, width in rules if len(line) <= letters), rules[-1][1])


def listed(entries: Iterable[str], last: str = ".") -> tuple[str, ...]:
    """Entries of a list: each ends with ``;``, the last one with a full stop."""
    texts = [text for text in (clean(entry).rstrip(_ENDS) for entry in entries) if text]
    return tuple(f"{text};" for text in texts[:-1]) + tuple(f"{text}{last}" for text in texts[-1:])


def recipient_lines(letter: Letter) -> tuple[str, ...]:
    """The lines below “Nơi nhận:” without their dashes (Annex I.II.9).

    “Như trên” stands first where the document names its addressees above; else they are the
    first recipients. “Lưu” stands last.
    """
    names = [_recipient(one) for one in letter.recipients]
    is_above = letter.addressed or letter.type_code == INVITATION
    if is_above and letter.addressees and not any(name.startswith("Như") for name in names):
        names.insert(0, AS_ABOVE)
    if not is_above:
        names = [*map(clean, letter.addressees), *names]
    return listed([*names, kept_line(letter)])


def _recipient(recipient: Recipient) -> str:
    name = clean(recipient.name).rstrip(_ENDS)
    return f"{name} ({recipient.purpose})" if recipient.purpose and name else name


def kept_line(letter: Letter) -> str:
    """``Lưu: VT, VX (2)``: the records office, the drafting unit, the copies that it keeps."""
    kept = f"Lưu: VT, {letter.unit_abbreviation}" if letter.unit_abbreviation else "Lưu: VT"
    return f"{kept} ({letter.kept_copies})" if letter.kept_copies else kept


def ended(text: str) -> str:
    """The last paragraph with ``./.`` in the place of its full stop."""
    return f"{text.rstrip(' ./;,')}{END}" if text.strip() else END


def base_lines(letter: Letter) -> tuple[str, ...]:
    """The grounds of a decision (Annex I.II.6): each ends with ``;``, the last with a stop."""
    bases = [clean(base) for base in letter.bases]
    grounds = [base if _GROUND.match(base) else f"Căn cứ {base}" for base in bases if base]
    if letter.proposer:
        grounds.append(f"Theo đề nghị của {clean(letter.proposer)}")
    return listed(grounds)
