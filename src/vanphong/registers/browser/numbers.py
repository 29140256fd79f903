"""Voiding a number and inserting one, with a reason: ``@@void-number``, ``@@insert-number``."""

from functools import cached_property
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.registers import actions
from vanphong.registers.browser import words
from vanphong.ui.browser.form import OfficeForm
import re


def read_number(text: str) -> tuple[int, str]:
    """Number and letter of ``45`` or ``45a``.

    :raises InvalidInput: when it is neither.
    """
    match = re.fullmatch(r"0*([1-9]\d{0,8})([a-z]?)", text.strip().lower())
    if match is None:
        raise InvalidInput(
            mark("“${typed}” is not a number of this register; write it as 45 or 45a."),
            typed=text.strip(),
            field="number",
        )
    return int(match[1]), match[2]


class NumberForm(OfficeForm):
    """What both forms have in common."""

    rail_id = "registers"
    page_class = "vp-narrow"

    @property
    def crumbs(self) -> list[dict]:
        """The way back to the book."""
        return [{"title": self.context.title, "url": self.context.absolute_url()}]

    @property
    def subtitle(self) -> str:
        """The body whose register it is."""
        return words.body_title(self.context)

    @property
    def send_bar(self) -> dict:
        """The act, and the way back."""
        back = {"url": self.context.absolute_url(), "title": _("Back"), "kind": "text"}
        return {"acts": [{"kind": "official", "primary": True, **self.button}, back]}

    @cached_property
    def reason(self) -> dict:
        """The input of the reason."""
        return {
            "name": "reason",
            "label": _("Reason"),
            "kind": "textarea",
            "rows": 3,
            "width": 12,
            "required": True,
            "maxlength": 500,
            "help": _("It is kept in the register and printed with it."),
        }


class VoidForm(NumberForm):
    """Void a number that was given."""

    title = _("Void a number")
    notice = _(
        "A void number stays in the register, struck through, with the reason. "
        "It is never given again, and this cannot be taken back."
    )
    button = {"value": "void", "title": _("Void the number"), "icon": "x"}

    @property
    def fields(self) -> list[dict]:
        """The number, as 45 or 45a, and the reason."""
        number = {
            "name": "number",
            "label": _("Number"),
            "width": 3,
            "required": True,
            "value": self.text("number"),
            "placeholder": "45a",
            "maxlength": 11,
        }
        return [number, self.reason]

    def act(self):
        """Void it."""
        number, suffix = read_number(self.text("number"))
        actions.void_number(self.context, number, suffix, reason=self.text("reason"))
        label = f"{number:02d}{suffix}"
        return _("Number ${label} is void now.", mapping={"label": label})


class InsertForm(NumberForm):
    """Insert a number with a letter after one that was given."""

    title = _("Insert a number")
    notice = _(
        "An inserted number has a letter behind the number that it follows, such as 45a. "
        "Insert one only where a document was left out, and say why."
    )
    button = {"value": "insert", "title": _("Insert the number"), "icon": "plus"}

    @property
    def fields(self) -> list[dict]:
        """The number to follow, the letter, what the register says of it, and the reason."""
        incoming = self.context.direction == "in"
        return [
            {
                "name": "number",
                "label": _("After number"),
                "width": 3,
                "required": True,
                "placeholder": "45",
                "maxlength": 10,
            },
            {
                "name": "suffix",
                "label": _("Letter"),
                "width": 2,
                "required": True,
                "value": "a",
                "maxlength": 1,
            },
            {
                "name": "symbol",
                "label": _("Number and symbol of the document"),
                "width": 7,
                "maxlength": 60,
            },
            {
                "name": "origin" if incoming else "recipient",
                "label": _("Issuing body") if incoming else _("Recipients"),
                "width": 12,
                "maxlength": 200,
            },
            {
                "name": "subject",
                "label": _("Subject"),
                "kind": "textarea",
                "width": 12,
                "required": True,
                "maxlength": 500,
            },
            self.reason,
        ]

    def check(self) -> None:
        """A line of the register says at least what the document is about."""
        if not self.text("subject"):
            self.fail(InvalidInput(mark("A document needs a subject."), field="subject"))

    def act(self):
        """Insert it."""
        number, letter = read_number(self.text("number"))
        if letter:
            raise InvalidInput(
                mark("Give the number without a letter; the letter stands beside it."),
                field="number",
            )
        facts = {name: self.text(name) for name in ("symbol", "origin", "recipient", "subject")}
        label = actions.insert_number(
            self.context,
            number,
            self.text("suffix").lower(),
            reason=self.text("reason"),
            **facts,
        )
        return _("Number ${label} is in the register now.", mapping={"label": label})
