"""How much of the heads of scanned letters is read right, field by field.

``PYTHONPATH=src python bench/read_heads.py`` reads the scans of the sample and thirty letters
drawn for this, and writes docs/reference/reading-letters.md; with ``-v`` it prints what was read
wrong, with a number it reads only so many of each and writes nothing. Needs tesseract with its
Vietnamese model, and the Liberation fonts. Takes some minutes.
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from letters import ROOT
from letters import SAMPLE
from letters import draw
from pathlib import Path
from tempfile import TemporaryDirectory
from vanphong.attachments import places
from vanphong.documents.rules import DOCUMENT_TYPES
from vanphong.documents.rules.head import Box
from vanphong.documents.rules.head import Word
from vanphong.documents.rules.head import lines_of
from vanphong.documents.rules.head import read_head
from vanphong.documents.rules.head import secret_stamp
from vanphong.documents.rules.keys import fold
from vanphong.documents.rules.keys import organ_key
from vanphong.documents.rules.keys import symbol_key
import re
import sys
import time


PAGE = ROOT / "docs" / "reference" / "reading-letters.md"

FIELDS = {
    "organ_name": "issuing body",
    "symbol": "number and symbol",
    "issued_date": "date",
    "document_type": "type",
    "subject": "subject",
    "urgency": "urgency",
    "signer_position": "position of the signer",
    "signer_name": "name of the signer",
    "named_recipients": "recipients",
}


def letters_of(text: str) -> str:
    """Letters and digits alone, in their order: “Như trên; Lưu: VT” is “nhu tren luu vt”."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


SAME = {
    "organ_name": organ_key,
    "symbol": symbol_key,
    "subject": fold,
    "signer_position": fold,
    "signer_name": fold,
    "named_recipients": letters_of,
}

STAMPS = {"KHẨN": "urgent", "THƯỢNG KHẨN": "very-urgent", "HỎA TỐC": "express"}

#: Seconds that one letter may take here, whatever else the machine does.
PATIENCE = 300


def drawn(letter: dict) -> dict[str, str]:
    """What stands in a letter that was drawn for this."""
    return {
        "organ_name": " ".join(letter["issuer"]),
        "symbol": letter["symbol"],
        "issued_date": letter["issued_date"],
        "document_type": letter["document_type"],
        "subject": letter["subject"],
        "urgency": STAMPS.get(letter["stamp"], ""),
        "signer_position": position(letter["signer"]),
        "signer_name": letter["name"],
        "named_recipients": "; ".join(letter["recipients"]),
    }


def position(lines) -> str:
    """The position of who signed: the last line in capitals, without TM., KT. and so on."""
    capital = [line for line in lines if line.isupper()]
    return re.sub(r"^(?:TM|KT|TL|TUQ|Q)\. ", "", capital[-1]) if capital else ""


def sample(key: str) -> dict[str, str]:
    """What stands in a letter of the sample."""
    head = (SAMPLE / "letters" / f"{key}.txt").read_text("utf-8").partition("\n\n")[0]
    found: dict[str, list[str]] = {}
    for line in head.splitlines():
        name, _colon, value = line.partition(":")
        found.setdefault(name, []).append(value.strip())

    def one(name):
        return found.get(name, [""])[0]

    if one("head") == "none":
        return {}
    day = re.search(r"ngày (\d+) tháng (\d+) năm (\d+)", one("place"))
    names = {fold(kind.name): kind.code for kind in DOCUMENT_TYPES}
    title = "don" if fold(one("title")).startswith("don ") else names.get(fold(one("title")), "")
    return {
        "organ_name": " ".join(found.get("issuer", [])),
        "symbol": one("number"),
        "issued_date": "-".join(f"{int(part):02}" for part in reversed(day.groups()))
        if day
        else "",
        "document_type": title or ("cong-van" if one("about") else ""),
        "subject": one("about") or one("subject"),
        "urgency": STAMPS.get(one("stamp"), ""),
        "signer_position": position(found.get("signer", [])),
        "signer_name": "",  # the names of the sample are not drawn
        "named_recipients": " ".join(found.get("recipient", [])),
    }


def words(rows) -> list[Word]:
    """Rows of the child process as words."""
    return [
        Word(row.text, Box(row.page, row.left, row.top, row.right, row.bottom), row.sure)
        for row in rows
    ]


def read(path: Path):
    """The head of a scan, whether a stamp of secrecy was seen, and the seconds it took."""
    begun = time.perf_counter()
    pages = places.ends(str(path), "pdf", PATIENCE)
    head = read_head(words(pages.places), stamps=words(pages.stamps), beside=words(pages.signer))
    lines = [*lines_of(words(pages.places)), *lines_of(words(pages.stamps))]
    return head, secret_stamp(lines) is not None, time.perf_counter() - begun


def compare(name: str, head, wanted: dict[str, str], score: Counter) -> None:
    """Count what was read right, wrong, not at all, or where nothing stands."""
    for field, right in wanted.items():
        same = SAME.get(field, str)
        found = head.get(field)
        if not right:
            score[field, "invented"] += found is not None
            continue
        score[field, "all"] += 1
        if found is None:
            score[field, "missing"] += 1
        elif same(found.value) == same(right):
            score[field, "right"] += 1
            score[field, "doubted"] += found.is_doubtful
        else:
            score[field, "wrong"] += 1
            score[field, "warned"] += found.is_doubtful
        if "-v" in sys.argv and (found is None or same(found.value) != same(right)):
            print(name, field, "|", right, "|", found and (found.value, found.confidence))


def table(score: Counter) -> list[str]:
    """Rows of a table, a field each."""
    titles = ("field", "letters with it", "right", "wrong", "of these doubtful", "not read")
    rows = [
        "| " + " | ".join((*titles, "read where none stands")) + " |",
        "|---" + "|---:" * len(titles) + "|",
    ]
    for field, title in FIELDS.items():
        every = score[field, "all"]
        share = f"{100 * score[field, 'right'] / every:.0f} %" if every else "–"
        numbers = (score[field, kind] for kind in ("wrong", "warned", "missing", "invented"))
        cells = (title, every, f"{score[field, 'right']} ({share})", *numbers)
        rows.append("| " + " | ".join(map(str, cells)) + " |")
    return rows


def measured(letters) -> tuple[list[str], int, list[float]]:
    """The table of some letters, how many were taken for secret, and the seconds of each."""
    score: Counter = Counter()
    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(read, [path for path, _wanted in letters]))
    for (path, wanted), (head, _secret, _took) in zip(letters, answers, strict=True):
        compare(path.stem, head, wanted, score)
    return table(score), sum(one[1] for one in answers), [one[2] for one in answers]


def main() -> None:
    """Measure, print, and write the page of the reference."""
    most = next((int(one) for one in sys.argv[1:] if one.isdecimal()), None)
    scans = sorted((SAMPLE / "scans").glob("*.pdf"))[:most]
    with TemporaryDirectory(prefix="vanphong-letters-") as folder:
        made = [(path, drawn(letter)) for path, letter in draw(Path(folder))][:most]
        mine = measured([(path, sample(path.stem)) for path in scans])
        others = measured(made)
    secret = mine[1] + others[1]
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    intro = text.partition("<!-- measured -->")[0]
    lines = [
        "<!-- measured -->",
        "",
        f"### The {len(scans)} scans of the sample",
        "",
        *mine[0],
        "",
        f"### {len(made)} letters of all types, drawn for this",
        "",
        *others[0],
        "",
        f"Letters without a stamp of secrecy that were taken for secret: {secret} of "
        f"{len(scans) + len(made)}.",
        "",
    ]
    if most is None:
        PAGE.write_text(intro + "\n".join(lines), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
