"""What the pages that are open all day cost, and texts that look alike: CPU time.

``VANPHONG_HOME=$PWD PYTHONPATH=src .venv/bin/python bench/pages.py`` prints a table.
"""

from office import Office
from office import measure
from search_filler import LETTERS
import sys


SITE = "/vanphong"
BODY = f"{SITE}/to-chuc/ubnd"

#: What is asked for, and by whom.
PAGES = {
    "desktop": (f"{SITE}/@@desktop", "truongphong-vhtt"),
    "incoming documents": (f"{SITE}/@@incoming-documents", "vanthu"),
    "work of a unit": (f"{SITE}/@@unit-work", "truongphong-vhtt"),
    "register form": (f"{BODY}/@@register-incoming", "vanthu"),
}


def alike() -> dict[str, float]:
    """Keys of a text, and the comparison of two; the texts are letters of the sample."""
    from vanphong.documents.rules import similar

    texts = [path.read_text("utf-8") for path in sorted(LETTERS.glob("*.txt"))]
    opened = [one for one in map(similar.opening, texts) if one]
    keys = measure(lambda turn: similar.bands(opened[turn % len(opened)]), 100)
    pair = measure(lambda turn: similar.likeness(opened[turn % len(opened)], opened[0]), 100)
    return {"keys of a text": keys["cpu"], "comparison of two openings": pair["cpu"]}


def main() -> int:
    """Measure and print; there is no goal."""
    office = Office()
    try:
        found = {
            name: measure(lambda _turn, one=one: office.ask("GET", one[0], user=one[1]), 40)["cpu"]
            for name, one in PAGES.items()
        }
    finally:
        office.close()
    for name, spent in (found | alike()).items():
        print(f"{name:30} {spent:8.2f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
