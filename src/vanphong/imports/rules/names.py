"""Names of files: as a list has them, as a folder or a ZIP has them."""

import re
import unicodedata


#: No folder of scans lies deeper.
DEEPEST = 8

MOST_FILES = 20


def file_key(name: str) -> str:
    """Make names comparable: NFC or NFD, capitals, and both slashes do not count."""
    name = unicodedata.normalize("NFC", name).replace("\\", "/").casefold()
    parts = [part.strip() for part in name.split("/")]
    return "/".join(part for part in parts if part not in ("", "."))


def split_names(text: str) -> tuple[str, ...]:
    """Give the names of the files in one cell, the main one first."""
    return tuple(one.strip() for one in re.split(r"[;\n]", text) if one.strip())


def unsafe(name: str) -> bool:
    """Tell whether a name leads out of its folder, or is no name of a file at all."""
    name = name.replace("\\", "/")
    if not name.strip("/ ") or name.startswith("/") or re.match("[A-Za-z]:", name):
        return True
    parts = name.rstrip("/").split("/")
    if len(parts) > DEEPEST or any(part.strip() in ("", ".", "..") for part in parts):
        return True
    return len(name) > 1000 or any(unicodedata.category(one) == "Cc" for one in name)


def is_rubbish(name: str) -> bool:
    """Tell whether a file is left by a program and nobody's scan."""
    parts = name.replace("\\", "/").split("/")
    last = parts[-1].casefold()
    return (
        "__macosx" in (part.casefold() for part in parts)
        or last in ("thumbs.db", "desktop.ini", ".ds_store")
        or last.startswith(("~$", "._"))
    )
