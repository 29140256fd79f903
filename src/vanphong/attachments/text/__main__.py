"""The way in: chooses the reader, writes the pages."""

from pathlib import Path
from typing import Any
from vanphong.attachments.child import EXITS
from vanphong.attachments.rules import legacy
from vanphong.attachments.text.readers import Locked
from vanphong.attachments.text.readers import NoReader
from vanphong.attachments.text.readers import reader
from zipfile import BadZipFile
import json
import sys
import zlib


#: Characters written at most; see ``words.LONGEST``, which is what is kept of them.
LONGEST = 4_000_000


def main(arguments: list[str]) -> int:
    """Read a file; the exit code says why it could not be read."""
    kind, source, target = arguments
    found: dict[str, Any] = {}
    room = LONGEST
    try:
        with Path(target).open("w", encoding="utf-8", errors="replace") as out:
            for number, text in enumerate(reader(kind)(source, found)):
                page = legacy.to_unicode(text.replace("\f", "\n"))
                out.write(("\f" if number else "") + page[:room])
                room -= len(page)
                if room <= 0:
                    found["long"] = True
                    break
    except Locked:
        return EXITS["password"]
    except NoReader as missing:
        return EXITS[str(missing)]
    except (BadZipFile, EOFError, OSError, ValueError, KeyError, zlib.error) as problem:
        sys.stderr.write(f"{type(problem).__name__}: {problem}")
        return EXITS["damaged"]
    sys.stdout.write(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
