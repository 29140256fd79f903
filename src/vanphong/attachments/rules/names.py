"""Names and sizes of files, as they are stored and shown."""

import re
import unicodedata


#: File systems end at 255 bytes, and a Vietnamese letter takes up to three of them.
MAX_NAME_BYTES = 200

#: What a file is called when nothing is left of its name.
NAMELESS = "tep"


def safe_filename(name: str) -> str:
    """Make a name safe to store and to offer: Vietnamese letters stay, tricks go.

    Folders, control and direction characters, signs that Windows forbids and dots at the ends
    are taken out; long names are cut, keeping the extension.
    """
    name = unicodedata.normalize("NFC", name)
    name = re.split(r"[/\\]", name)[-1]
    name = "".join(" " if letter.isspace() else letter for letter in name)
    name = "".join(letter for letter in name if not unicodedata.category(letter).startswith("C"))
    name = " ".join(re.sub(r'[<>:"|?*]', "-", name).split()).strip(". ")
    stem, dot, extension = name.rpartition(".")
    if not dot:
        stem, extension = name, ""
    ending = _cut(f".{extension}", MAX_NAME_BYTES // 2) if extension else ""
    return (_cut(stem, MAX_NAME_BYTES - len(ending.encode())).strip(". ") or NAMELESS) + ending


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode("utf-8", "ignore")


def human_size(size: int) -> str:
    """Write a size in bytes the Vietnamese way: 900 B, 412 KB, 1,1 MB."""
    if size < 1024:
        return f"{size} B"
    amount = size / 1024
    for unit in ("KB", "MB"):
        digits = 0 if unit == "KB" else 1
        if round(amount, digits) < 1024:
            return _decimal(amount, digits, unit)
        amount /= 1024
    return _decimal(amount, 1, "GB")


def _decimal(amount: float, digits: int, unit: str) -> str:
    text = f"{amount:.{digits}f}".removesuffix(".0").replace(".", ",")
    return f"{text} {unit}"
