"""What every act done from the page of a document has: a form and a deed."""

from datetime import date
from functools import cached_property
from vanphong import _
from vanphong.documents.values import read_date
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.organisation.rules import unit_of
from vanphong.routing import rules
from vanphong.ui import format as fmt


MISSING = mark("“${name}” is missing.")


class Act:
    """One act; ``view`` is the page that asks for it and knows what was typed.

    Subclasses say ``fields`` (for the macro ``field``; a dict with ``groups`` is for ``pick``)
    and ``perform``, which calls the function of ``actions.py`` and says what happened.
    """

    title = ""
    send = ""
    icon = "check"
    look = "work"
    sentence = ""
    intro = ""
    confirm = ""
    needs_step = True
    ends_here = False
    leads_to = ""

    def __init__(self, view) -> None:
        self.view = view
        self.document = view.context
        self.situation = view.situation

    @property
    def step_uid(self) -> str:
        """UID of the step that the act is about: the one asked for, else the person's own."""
        own = self.situation.step
        return self.view.text("step") or (own.uid if own is not None else "")

    @cached_property
    def step(self):
        """The step that the act is about.

        :raises InvalidInput: when the document has no such step.
        """
        return rules.find(self.situation.sheet, self.step_uid)

    @property
    def is_unit(self) -> bool:
        """Whether the step is a unit's, not a person's."""
        return unit_of(self.step.actor) is not None

    def fields(self) -> list[dict]:
        """What is asked for."""
        return []

    def perform(self):
        """Do it; the sentence to say afterwards."""
        raise NotImplementedError

    def look_first(self) -> None:
        """Say before anything is typed why it cannot be done.

        :raises OfficeError: for who may not, or too late.
        """
        if self.needs_step:
            rules.check(self.situation.sheet, self.step.uid, self.name, self.situation.by)

    @property
    def name(self) -> str:
        """Name of the act, as in ``routing.rules.MOVES``."""
        return self.view.text("do")

    @property
    def act_name(self) -> str:
        """Name of the act whose permission it needs."""
        return self.name

    # reading what was typed

    def check(self) -> None:
        """Mark the fields that are empty or cannot be read."""
        for field in self.fields():
            try:
                self._check_one(field)
            except OfficeError as error:
                self.view.fail(error)

    def _check_one(self, field: dict) -> None:
        name = field["name"]
        text = self.view.text(name)
        if field.get("required") and not text:
            raise InvalidInput(MISSING, field=name, name=field["label"])
        if field.get("kind") == "date" and text:
            read_date(text, name)

    def day(self, name: str) -> date | None:
        """A typed date, None when the field stayed empty."""
        text = self.view.text(name)
        return read_date(text, name) if text else None


def choice(name: str, label, options, **more) -> dict:
    """A list to choose one of, each with a hint: (value, title, hint)."""
    rows = [{"value": value, "title": title, "hint": hint} for value, title, hint in options]
    group = {"id": "all", "title": "", "options": rows}
    return {"name": name, "label": label, "groups": [group], "prompt": _("Choose"), **more}


def day_text(moment) -> str:
    """A date as it is typed, "" for none."""
    return f"{moment:%d/%m/%Y}" if moment else ""


def due_words(moment) -> str:
    """When something is due."""
    if moment is None:
        return _("no deadline")
    return f"{fmt.clock_time(moment)}, {fmt.full_date(moment)}"


def due_said(moment):
    """The same as part of a sentence: ``due 17:00, 15/8/2024`` or ``no deadline``."""
    if moment is None:
        return _("no deadline")
    return _("due ${when}", mapping={"when": due_words(moment)})
