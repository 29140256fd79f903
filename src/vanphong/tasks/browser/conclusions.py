"""``@@conclusions``: the lines of a document's text, each with who does it and until when."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.documents.values import read_date
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.ledger import tasks as ledger
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.tasks import actions
from vanphong.tasks import conclusions
from vanphong.tasks import reach
from vanphong.tasks.browser.casting import choices
from vanphong.tasks.browser.casting import names_in
from vanphong.tasks.browser.casting import names_of
from vanphong.tasks.browser.rows import Rows
from vanphong.tasks.rules.lines import words_of
from vanphong.ui.browser.fields import main_act
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.browser.resources import static


#: Rows for what the text does not have, or where nothing could be read.
BLANK = 3


class Conclusions(OfficeForm):
    """All lines at once; posted, those that are ticked become tasks."""

    title = _("Tasks from the lines of the document")
    rail_id = "tasks"
    made: list = []

    @property
    def url(self) -> str:
        """Address of the document."""
        return self.context.absolute_url()

    @property
    def document_title(self) -> str:
        """Symbol and subject."""
        return " ".join(filter(None, (self.context.symbol, self.context.subject)))

    @cached_property
    def body(self):
        """The body whose document it is."""
        return directory.unit_object(self.context.body_uid)

    @cached_property
    def may_give(self) -> bool:
        """Whether this person may make tasks of it now."""
        allowed = api.user.has_permission("vanphong: Give Task", obj=self.context)
        return bool(allowed) and conclusions.is_source(self.context)

    # whose they are

    @cached_property
    def authors(self) -> list[tuple[str, str]]:
        """Leaders for whom this person may enter tasks; empty for who gives their own."""
        if self.body is None or not reach.serves(people.me(), self.body):
            return []
        found = [(one.user_id, one.title) for one in reach.leaders(self.body)]
        return [("", _("My own")), *found]

    @cached_property
    def author(self) -> str:
        """The leader whose conclusions they probably are: who directed on the document."""
        typed = self.text("author")
        if self.tried:
            return typed
        steps = conclusions.directing(self.context)
        leaders = {one for one, _title in self.authors}
        return next((one for one in steps if one in leaders), "")

    # the lines

    @cached_property
    def given(self) -> dict[int, list[dict]]:
        """What was made already, by line."""
        found: dict[int, list[dict]] = {}
        rows = Rows(self.request)
        for row in ledger.of_source(self.context.UID()):
            found.setdefault(row["line"], []).append(rows.row(row))
        return found

    @cached_property
    def rows(self) -> list[dict]:
        """Every line as it is shown, and blank ones behind them."""
        proposed = conclusions.proposed(self.context)
        found = [self._row(one) for one in proposed]
        return found + [self._blank(-number) for number in range(1, BLANK + 1)]

    def _row(self, one) -> dict:
        line = one.line
        done = self.given.get(line.number, [])
        key = str(line.number)
        ticked = one.asks and not done
        return {
            "number": line.number,
            "page": line.page,
            "text": line.text,
            "level": min(line.level, 5),
            "is_heading": one.line.text.rstrip().endswith(":"),
            "asks": one.asks,
            "given": done,
            "ticked": self._ticked(key, ticked),
            "words": self._typed(f"text-{key}", words_of(line.text)),
            "lead": self._typed(f"lead-{key}", names_of(one.leads, self.body)),
            "help": self._typed(f"help-{key}", names_of(one.coordinators, self.body)),
            "due": self._typed(f"due-{key}", f"{one.due:%d/%m/%Y}" if one.due else ""),
            "key": key,
            "heading": one.heading,
        }

    def _blank(self, number: int) -> dict:
        key = str(number)
        return {
            "number": 0,
            "page": 0,
            "text": "",
            "level": 5,
            "is_heading": False,
            "asks": True,
            "given": [],
            "ticked": bool(self._typed(f"text-{key}", "")),
            "words": self._typed(f"text-{key}", ""),
            "lead": self._typed(f"lead-{key}", ""),
            "help": self._typed(f"help-{key}", ""),
            "due": self._typed(f"due-{key}", ""),
            "key": key,
            "heading": "",
        }

    def _typed(self, name: str, value: str) -> str:
        return self.text(name) if self.tried else value

    def _ticked(self, key: str, value: bool) -> bool:
        return key in self.texts("lines") if self.tried else value

    @cached_property
    def free_rows(self) -> list[dict]:
        """Tasks made of the document without a line."""
        return self.given.get(0, [])

    @property
    def has_text(self) -> bool:
        """Whether any line could be read."""
        return any(row["number"] for row in self.rows)

    @property
    def counted(self) -> dict[str, int]:
        """How many tasks there are, and how many are ended."""
        every = [one for rows in self.given.values() for one in rows]
        return {"all": len(every), "ended": sum(not one["is_open"] for one in every)}

    @cached_property
    def names(self) -> list[tuple[str, str, str]]:
        """Names that may be typed."""
        return choices(self.body, people=True)

    # the act

    def act(self):
        """Make the tasks."""
        lines = []
        for key in self.texts("lines"):
            try:
                lines.append(self._line(key))
            except OfficeError as error:
                self.fail(error)
        typed = [f"-{number}" for number in range(1, BLANK + 1)]
        for key in typed:
            if self.text(f"text-{key}") and key not in self.texts("lines"):
                try:
                    lines.append(self._line(key))
                except OfficeError as error:
                    self.fail(error)
        if self.errors:
            return None
        if not lines:
            raise InvalidInput(mark("Tick the lines that are to become tasks."), field="lines")
        made = actions.give_conclusions(self.context, lines, author=self.text("author"))
        return _("${n} tasks are given.", mapping={"n": len(made)})

    def _line(self, key: str) -> dict:
        due = self.text(f"due-{key}")
        number = int(key) if key.isdecimal() else 0
        return {
            "line": number,
            "text": self.text(f"text-{key}"),
            "leads": names_in(self.text(f"lead-{key}"), self.body, f"lead-{key}", people=True),
            "coordinators": names_in(self.text(f"help-{key}"), self.body, f"help-{key}"),
            "due": read_date(due, f"due-{key}") if due else None,
        }

    def next_url(self) -> str:
        """The same page, which shows where each line stands."""
        return f"{self.url}/@@conclusions"

    @property
    def send_bar(self) -> dict:
        """The act, and the way back."""
        give = main_act("1", _("Give the tasks"), "send", "official", name="send")
        return {"acts": [give, {"url": self.url, "title": _("Back"), "kind": "text"}]}

    @property
    def style(self) -> str:
        """Address of the style of this page."""
        return static(api.portal.get().absolute_url(), "tasks.css")

    @property
    def script(self) -> str:
        """Address of its script: it only helps, the form works without."""
        return static(api.portal.get().absolute_url(), "tasks.js")
