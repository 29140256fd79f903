"""The filter bar of the search, and what is said of the filters that are set."""

from vanphong import _
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.documents import rules
from vanphong.documents import search
from vanphong.documents.browser.interfaces import ICompletion
from vanphong.documents.results import DIRECTIONS
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.registers.actions import registers_of
from zope.component import queryUtility
from zope.i18nmessageid import Message


ALL = ("", _("All"))

LATENESS = {
    "late": _("Overdue"),
    "soon": _("Due soon"),
    "ahead": _("Not due yet"),
    "none": _("No deadline runs"),
}

ORDERS = {
    "newest": _("Newest documents first"),
    "oldest": _("Oldest documents first"),
    "relevance": _("Best match first"),
    "number": _("By number"),
}

YES_NO = {"1": _("With files"), "0": _("Without files")}

LABELS = {
    "direction": _("Incoming or outgoing"),
    "type": _("Type"),
    "state": _("Stage"),
    "since": _("Entered from"),
    "until": _("until"),
    "order": _("Order"),
    "urgency": _("Urgency"),
    "field": _("Field"),
    "due": _("Deadline"),
    "unit": _("Unit that handles it"),
    "handler": _("Person who handles it"),
    "sender": _("Issuing body contains"),
    "organ": _("Issuing body"),
    "signer": _("Signed by"),
    "number": _("Number"),
    "issued_since": _("Document dated from"),
    "issued_until": _("until"),
    "register": _("Register book"),
    "body": _("Body"),
    "has_file": _("Files"),
    "case_file": _("Case file"),
}

#: Those always to be seen, and those behind "More filters".
FIRST = ("direction", "type", "state", "since", "until", "order")
MORE = (
    "sender",
    "signer",
    "number",
    "urgency",
    "field",
    "due",
    "unit",
    "handler",
    "issued_since",
    "issued_until",
    "register",
    "body",
    "has_file",
    "case_file",
)

_DATES = ("since", "until", "issued_since", "issued_until")


class Fields:
    """Fields of the bar for one person; choices are looked up when they are shown."""

    def __init__(self, me: people.Me) -> None:
        self.me = me
        units = [directory.unit_object(uid) for uid in me.units()]
        self.units = [unit for unit in units if unit is not None]
        bodies = {body.UID(): body for body in map(directory.body_of, self.units) if body}
        self.bodies = list(bodies.values())

    def fields(self, names: tuple[str, ...], values: dict[str, str]) -> list[dict]:
        """For the macro ``filter_bar``; a choice of one is left out."""
        found = []
        for name in names:
            value = values.get(name, "")
            field = {"name": name, "label": LABELS[name], "value": value, "kind": "text"}
            if name in _DATES:
                field["kind"] = "date"
            elif (options := self.options(name)) is not None:
                if len(options) < 2 and not value:
                    continue
                field |= {"kind": "select", "options": self._with(name, options, value)}
            elif (completion := queryUtility(ICompletion, name)) is not None:
                field["complete_url"] = completion.url()
            found.append(field)
        return found

    def options(self, name: str) -> list[tuple[str, object]] | None:
        """Values and titles of a choice, None for what is typed."""
        if name in _FIXED:
            return list(_FIXED[name].items())
        looked_up = {
            "type": lambda: [(c, t.name) for c, t in catalogues.document_types().items()],
            "state": lambda: list(search.states().items()),
            "urgency": lambda: [
                (str(u.number), Message(u.label, "vanphong")) for u in rules.URGENCY
            ],
            "field": lambda: [(code, entry.name) for code, entry in catalogues.fields().items()],
            "unit": self._units,
            "handler": self._people,
            "register": self._registers,
            "body": lambda: [(body.UID(), body.short_name or body.title) for body in self.bodies],
        }
        return looked_up[name]() if name in looked_up else None

    def said(self, name: str, value: str) -> object:
        """A value in words, for the list of filters that are set."""
        titles = dict(self.options(name) or ())
        return titles.get(value) or (directory.actor_title(value) if name == "handler" else value)

    def _with(self, name: str, options: list, value: str) -> list:
        """The choices, with a value that is none of them kept."""
        if name == "order":
            return options
        if value and value not in dict(options):
            options = [*options, (value, self.said(name, value))]
        return [ALL, *options]

    def _units(self) -> list[tuple[str, str]]:
        found = []
        for body in self.bodies:
            for unit in (directory.info(body), *directory.units(body.UID(), clock.today())):
                found.append((unit.uid, f"{'– ' * unit.depth}{unit.short}"))
        return found

    def _people(self) -> list[tuple[str, object]]:
        found: dict[str, object] = {search.MYSELF: _("Myself and my units")}
        for unit in self.units:
            for person in directory.people(unit):
                found.setdefault(person.user_id, f"{person.title} · {person.unit_title}")
        return list(found.items())

    def _registers(self) -> list[tuple[str, str]]:
        books = [book for body in self.bodies for book in registers_of(body)]
        books.sort(key=lambda book: book.period, reverse=True)
        return [(book.UID(), book.title) for book in books]


_FIXED = {
    "direction": {name: DIRECTIONS[name] for name in search.TYPES},
    "due": LATENESS,
    "order": ORDERS,
    "has_file": YES_NO,
}
