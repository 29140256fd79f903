"""Short addresses: ``/lich-cong-tac`` leads to the week, ``/tiep-cong-dan`` to the receptions."""

from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.schedules import weeks
from vanphong.schedules import words
from vanphong.ui.browser.public import set_headers
from vanphong.ui.browser.public_choice import ShortAddress


class ToWeek(BrowserView):
    """``view`` of a schedule or a week: the week, as citizens or as staff read it."""

    def __call__(self):
        """Go there."""
        name = "@@public-week" if api.user.is_anonymous() else "@@week"
        set_headers(self.request)
        url = f"{self._schedule().absolute_url()}/{name}{self._steps()}"
        self.request.response.redirect(url)
        return ""

    def _schedule(self):
        return self.context

    def _steps(self) -> str:
        return ""


class WeekToWeek(ToWeek):
    """``view`` of a week."""

    def _schedule(self):
        return self.context.__parent__

    def _steps(self) -> str:
        return f"/{self.context.year}/{self.context.number}"


class _OfBody(ShortAddress):
    """Base: a page of the schedule of a body."""

    name = ""

    def page_of(self, body) -> str:
        """See the base."""
        found = weeks.schedule(body.UID())
        return "" if found is None else f"{found.absolute_url()}/@@{self.name}"


class FolderToWeek(_OfBody):
    """``view`` of the folder: citizens get the published week, staff that of their body."""

    title = words.SCHEDULE
    menu_id = "schedule"
    name = "public-week"

    def __call__(self):
        """Go there."""
        own = None if api.user.is_anonymous() else self._own()
        return super().__call__() if own is None else ToWeek(own, self.request)()

    def _own(self):
        """The schedule of the person's body, else of the first one."""
        for position in people.me().positions:
            body = directory.body_of(directory.unit_object(position.unit_uid))
            found = None if body is None else weeks.schedule(body.UID())
            if found is not None:
                return found
        bodies = weeks.bodies()
        return weeks.schedule(bodies[0].UID()) if bodies else None


class ToReceptions(_OfBody):
    """``/tiep-cong-dan``: when citizens are received."""

    title = _("Reception of citizens")
    menu_id = "reception"
    name = "reception-days"
