"""What a REST client sends: letters, and files as small as they can be."""

from base64 import b64encode
from itertools import count


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

BODY = "to-chuc/ubnd"
INCOMING = f"{BODY}/@incoming"
REGISTER = f"{BODY}/so-den-2024"

_numbers = count(7001)


def file(name="cong-van.pdf", content=PDF):
    """A file as it stands in JSON."""
    return {
        "filename": name,
        "content-type": "application/pdf",
        "data": b64encode(content).decode(),
    }


def letter(**more):
    """A letter unlike every other."""
    number = next(_numbers)
    return {
        "subject": f"V/v triển khai nhiệm vụ số {number}",
        "symbol": f"{number}/UBND-VX",
        "issued_date": "2024-08-12",
        "organ_name": "Ủy ban nhân dân tỉnh An Bình",
        **more,
    }


def path(document, *more):
    """Address of a document below the site; ``more`` are the steps behind it."""
    return "/".join((*document.getPhysicalPath()[2:], *more))
