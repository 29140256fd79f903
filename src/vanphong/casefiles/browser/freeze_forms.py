"""Freezing a document or a file, and lifting it: ``@@freeze``, ``@@lift-freeze``."""

from vanphong import _
from vanphong.casefiles import freeze
from vanphong.casefiles.browser.archive_forms import reason_field
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.interfaces import ICaseFile


class _Frozen(CaseForm):
    @property
    def parents(self) -> list[dict]:
        """The file or the document."""
        one = self.context
        title = one.code if ICaseFile.providedBy(one) else one.symbol or one.title
        return [{"title": title, "url": one.absolute_url()}]

    @property
    def subtitle(self) -> str:
        """Its title."""
        return self.context.title


class Freeze(_Frozen):
    """``@@freeze`` on a document or a file."""

    title = _("Freeze")
    button = {"value": "freeze", "title": _("Freeze"), "icon": "lock", "kind": "official"}
    notice = _(
        "Nothing of it is moved, filed, changed or deleted until the freeze is lifted; a file "
        "holds all of its documents."
    )

    @property
    def fields(self) -> list[dict]:
        """The order and the reason."""
        order = {
            "name": "order",
            "label": _("Order (number, day)"),
            "width": 12,
            "maxlength": 200,
        }
        return [order, reason_field()]

    def act(self):
        """Hold it."""
        freeze.freeze(self.context, reason=self.text("reason"), order=self.text("order"))
        return _("It is frozen.")


class LiftFreeze(_Frozen):
    """``@@lift-freeze`` on a document or a file."""

    title = _("Lift the freeze")
    button = {"value": "lift", "title": _("Lift the freeze"), "icon": "check", "kind": "official"}

    @property
    def notice(self):
        """What holds it."""
        held = freeze.own(self.context)
        if held is None:
            return ""
        return _(
            "Frozen on ${day} by ${by}: ${reason}",
            mapping={"day": held.day, "by": held.by, "reason": held.reason},
        )

    @property
    def fields(self) -> list[dict]:
        """The reason."""
        return [reason_field()]

    def act(self):
        """Let it go."""
        freeze.lift_freeze(self.context, reason=self.text("reason"))
        return _("The freeze is lifted.")
