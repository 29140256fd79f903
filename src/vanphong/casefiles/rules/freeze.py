"""Freezing: what an order holds as it is, and how it is lifted.

Decree 30/2020/NĐ-CP, Annex VI, Part I.IV.1.g: an authorised person locks a document, a file or
a group of files against moving, deletion and change.
"""

from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _


FREEZE_RULE = "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục IV.1.g"

#: Acts that change nothing of what is held, and those by which it is held and let go.
HARMLESS = frozenset({"freeze", "lift_freeze", "export_file"})


def need_reason(reason: str) -> str:
    """A reason, without which nothing is frozen or lifted.

    :raises InvalidInput: there is none.
    """
    reason = reason.strip()
    if not reason:
        raise InvalidInput(_("Give the reason."), field="reason")
    return reason


def refusal(what: str, reason: str, by: str, day: str) -> RuleBroken:
    """Why an act on something frozen is refused.

    :param what: title of what is frozen; it holds what the act is about, or is it.
    """
    return RuleBroken(
        _("“${what}” is frozen since ${day} on the order of ${by}: ${reason}. Nothing is changed."),
        rule=FREEZE_RULE,
        what=what,
        day=day,
        by=by,
        reason=reason,
    )
