"""Freezing documents and files, and lifting it: one on its page, several from a list."""

from collections.abc import Iterable
from plone import api
from vanphong import _
from vanphong.casefiles import freeze
from vanphong.casefiles.browser.archive_forms import reason_field
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.browser.selected import SelectedForm
from vanphong.casefiles.browser.selected import is_seen
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.documents.browser.interfaces import BulkOffer
from vanphong.documents.browser.interfaces import IBulkOffers
from zope.interface import implementer


ORDER = {
    "name": "order",
    "label": _("Order (number, day)"),
    "width": 12,
    "maxlength": 200,
}

HOLDS = _(
    "Nothing of it is moved, filed, changed or deleted until the freeze is lifted; a file "
    "holds all of its documents."
)


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
    notice = HOLDS

    @property
    def fields(self) -> list[dict]:
        """The order and the reason."""
        return [ORDER, reason_field()]

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


# several from a list


def bulk(page_name: str, bodies: Iterable) -> list[BulkOffer]:
    """The buttons of a list, for who freezes in one of its bodies.

    Lifting is offered while anything is frozen at all.
    """
    if not any(freeze.may_in(body) for body in bodies):
        return []
    url = api.portal.get().absolute_url()
    hold = f"{url}/@@freeze-many?from={page_name}"
    found = [BulkOffer("freeze", _("Freeze"), "lock", hold)]
    if freeze.is_any():
        lift = f"{url}/@@lift-freeze-many?from={page_name}"
        found.append(BulkOffer("lift", _("Lift the freeze"), "reload", lift))
    return found


@implementer(IBulkOffers)
class FreezeSelected:
    """The buttons of a list of documents."""

    def __init__(self, page, request) -> None:
        self.page = page

    def offers(self) -> list[BulkOffer]:
        """For the archive officers and the chief of the Office of its body."""
        scope = self.page.scope
        return [] if scope is None else bulk(self.page.page_name, [scope.body])


class FreezeMany(SelectedForm):
    """``@@freeze-many``: what was selected in a list, one act for each."""

    title = _("Freeze what is selected")
    button = {**Freeze.button, "name": "send"}
    notice = HOLDS
    selected_words = _("${n} selected: ${names}")
    partly_words = _("${done} frozen, ${refused} not:")

    def is_offered(self, record) -> bool:
        """Documents and files that the person sees."""
        return is_seen(record)

    @property
    def fields(self) -> list[dict]:
        """What is selected, the order, the reason."""
        return [*self.hidden, ORDER, reason_field()]

    def act(self):
        """Hold them."""
        self.need_records()
        done, refused = freeze.freeze_many(
            self.records, reason=self.text("reason"), order=self.text("order")
        )
        self.finish(done, refused)
        return _("${n} are frozen.", mapping={"n": len(done)})


class LiftMany(SelectedForm):
    """``@@lift-freeze-many``: what was selected in a list, one act for each."""

    title = _("Lift the freeze of what is selected")
    button = {**LiftFreeze.button, "name": "send"}
    selected_words = FreezeMany.selected_words
    partly_words = _("${done} let go, ${refused} not:")

    def is_offered(self, record) -> bool:
        """Documents and files that the person sees."""
        return is_seen(record)

    @property
    def fields(self) -> list[dict]:
        """What is selected, and the reason."""
        return [*self.hidden, reason_field()]

    def act(self):
        """Let them go."""
        self.need_records()
        done, refused = freeze.lift_many(self.records, reason=self.text("reason"))
        self.finish(done, refused)
        return _("The freeze of ${n} is lifted.", mapping={"n": len(done)})
