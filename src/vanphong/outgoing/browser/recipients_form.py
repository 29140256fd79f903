"""The rows of the recipients editor: read from what was sent, shown for what is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from vanphong import _
from vanphong.calendars import clock
from vanphong.outgoing import rules
from vanphong.outgoing.browser.words import WAYS
from vanphong.outgoing.drafting import places
import re


#: Before the name of a group stands this; else the hidden value of a row is the UID of a unit.
GROUP = "group:"

#: Empty rows below those that say something.
SPARE = 2

#: Groups that are added at one click, with the word behind their number.
GROUPS = {
    "divisions": _("${n} divisions"),
    "communes": _("${n} communes and townships"),
    "public-units": _("${n} public units"),
}

_NUMBERED = re.compile(r"r-name-(\d{1,4})")


@dataclass(frozen=True)
class Row:
    """One row as it was typed."""

    name: str = ""
    what: str = ""
    purpose: str = "act"
    channel: str = "electronic"
    copies: str = ""


class RecipientRows:
    """The editor of one form.

    :param unit: the drafting unit.
    :param text: reads a field that was sent.
    """

    def __init__(self, unit, form: dict, text) -> None:
        self.unit = unit
        self.form = form
        self.text = text
        self.places = places(unit, (), clock.today())

    # reading

    def sent(self) -> list[Row]:
        """The rows that were sent and say something."""
        numbers = sorted(int(m[1]) for m in map(_NUMBERED.fullmatch, self.form) if m)
        rows = [self._row(number) for number in numbers]
        added = self.text("add")
        if added.startswith(GROUP) and self._group(added) not in ("", None):
            rows.append(Row(self._group(added), added))
        return [row for row in rows if row.name]

    def _row(self, number: int) -> Row:
        values = {
            name: self.text(f"r-{name}-{number}")
            for name in ("name", "what", "purpose", "channel", "copies")
        }
        return Row(**{**values, "purpose": values["purpose"] or "act"})

    def raw(self) -> list[dict]:
        """The rows as the act takes them."""
        return [self._raw(row) for row in self.sent()]

    def _raw(self, row: Row) -> dict:
        found = {
            "name": row.name,
            "purpose": row.purpose,
            "channel": row.channel or "electronic",
            "copies": row.copies or 0,
        }
        what = row.what or self._known(row.name)
        if what.startswith(GROUP) and self._group(what) == row.name:
            found["group"] = what.removeprefix(GROUP)
        elif what in self.places and self.places[what].name == row.name:
            found["unit"] = what
        return found

    def _known(self, name: str) -> str:
        """UID of the unit that bears exactly this name, "" for none."""
        return next((uid for uid, one in self.places.items() if one.name == name), "")

    def _group(self, what: str) -> str:
        return rules.GROUP_NAMES.get(what.removeprefix(GROUP), "")

    # showing

    def shown(self, kept: Iterable[rules.Recipient], tried: bool) -> list[dict]:
        """Rows with their numbers: those typed, else those kept; then empty ones."""
        rows = self.sent() if tried else [self._of(one) for one in kept]
        rows += [Row()] * SPARE
        return [{"number": number, "row": row} for number, row in enumerate(rows)]

    def _of(self, one: rules.Recipient) -> Row:
        what = f"{GROUP}{one.group}" if one.group else one.unit
        copies = str(one.copies) if one.copies else ""
        return Row(one.name, what, one.purpose, one.channel, copies)

    @property
    def groups(self) -> list[dict]:
        """Groups that are added at one click, with the number of their units."""
        found = []
        for code, title in GROUPS.items():
            kinds = rules.GROUPS[code]
            own = self.unit.UID()
            amount = sum(
                one.kind in kinds and one.exists and one.uid != own for one in self.places.values()
            )
            if amount:
                found.append(
                    {
                        "value": f"{GROUP}{code}",
                        "name": rules.GROUP_NAMES[code],
                        "title": _(title, mapping={"n": amount}),
                    }
                )
        return found

    @property
    def purposes(self) -> list[tuple[str, str]]:
        """Values and words of the purposes."""
        return [(one.code, _(one.label)) for one in rules.PURPOSES.values()]

    @property
    def ways(self) -> list[tuple[str, str]]:
        """Values and words of the ways of sending."""
        return list(WAYS.items())
