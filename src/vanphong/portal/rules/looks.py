"""Colours of a body: readable ones only (WCAG 2.2, success criterion 1.4.3)."""

from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
import re


#: Text must stand out from its ground this much.
ENOUGH = 4.5

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours such as ``#b3191f``, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def check_colour(text: str, ground: str = "#f3f5f8") -> str:
    """A colour in small letters, dark enough to be read on the ground of the pages.

    White letters on it can then be read, too.

    :raises InvalidInput: for no colour, or one that is too light.
    """
    colour = text.strip().lower()
    if not _HEX.fullmatch(colour):
        raise InvalidInput(_("“${value}” is no colour. Write it as #b3191f."), value=text[:40])
    found = contrast(colour, ground)
    if found < ENOUGH:
        raise InvalidInput(
            _("“${value}” is too light: its contrast is ${found}, at least ${least} is needed."),
            value=colour,
            found=f"{found:.1f}".replace(".", ","),
            least=str(ENOUGH).replace(".", ","),
        )
    return colour


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (_linear(part) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
