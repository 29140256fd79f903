"""The built-in templates as files: DOCX, and a picture of a filled-in one."""

from functools import cache
from pathlib import Path
from vanphong.outgoing.forms.rules.forms import FORMS
from vanphong.outgoing.forms.rules.forms import Form


FOLDER = Path(__file__).parent / "templates"


def form(code: str) -> Form | None:
    """A built-in form by its code."""
    return next((one for one in FORMS if one.code == code), None)


@cache
def template(code: str) -> bytes:
    """The DOCX of a built-in form."""
    return (FOLDER / f"{code}.docx").read_bytes()


def picture(code: str) -> Path:
    """The picture of its first page."""
    return FOLDER / f"{code}.png"
