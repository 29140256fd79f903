"""What can go wrong in an office act, as exceptions that help.

* OfficeError
    * InvalidInput (400): a value cannot be read
    * NotAllowed (403): this person may not do this
    * Conflict (409): out of order, already done, or there twice
    * RuleBroken (422): readable, allowed, but against a rule

An act raises one of them before it has written anything; pages and services only
translate it. This module is plain Python, so that ``rules.py`` modules may raise them.
"""


def mark(text: str) -> str:
    """Mark an English text for the message catalogue; it is translated when shown."""
    return text


class OfficeError(Exception):
    """An act was refused.

    :param text: English message id, with ``${name}`` places filled from ``mapping``; or the
        same error, for Plone's workflow tool raises what it has caught as a new one of it.
    :param rule: the Vietnamese citation of the rule that was broken, or "".
    :param field: name of the input at fault, or None.
    """

    status = 400
    kind = "error"

    def __init__(
        self,
        text: "str | OfficeError",
        *,
        rule: str = "",
        field: str | None = None,
        **mapping: object,
    ) -> None:
        if isinstance(text, OfficeError):
            rule, field, mapping, text = text.rule, text.field, text.mapping, text.text
        super().__init__(text)
        self.text: str = text
        self.rule: str = rule
        self.field: str | None = field
        self.mapping: dict[str, object] = mapping

    def __str__(self) -> str:
        text = self.text
        for name, value in self.mapping.items():
            text = text.replace("${" + name + "}", str(value))
        return text


class InvalidInput(OfficeError):
    """A value cannot be read."""

    status = 400
    kind = "invalid"


class NotAllowed(OfficeError):
    """The person lacks the permission, or the step is somebody else's."""

    status = 403
    kind = "not-allowed"


class Conflict(OfficeError):
    """The act comes out of order, has been done already, or would make a duplicate."""

    status = 409
    kind = "conflict"


class RuleBroken(OfficeError):
    """A rule of the law or of the office forbids it."""

    status = 422
    kind = "rule"
