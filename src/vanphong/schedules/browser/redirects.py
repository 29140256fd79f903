"""Short addresses: ``/lich-cong-tac`` leads to the week, for citizens and staff."""

from plone import api
from Products.Five import BrowserView
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.schedules import weeks
from zExceptions import NotFound


class ToWeek(BrowserView):
    """``view`` of the folder, a schedule or a week: the page of the week."""

    def __call__(self):
        """Go there."""
        schedule = self._schedule()
        if schedule is None:
            raise NotFound("view")
        name = "@@public-week" if api.user.is_anonymous() else "@@week"
        self.request.response.redirect(f"{schedule.absolute_url()}/{name}{self._steps()}")
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


class FolderToWeek(ToWeek):
    """``view`` of the folder: the schedule of the person's body, else of the first one."""

    def _schedule(self):
        for position in people.me().positions:
            body = directory.body_of(directory.unit_object(position.unit_uid))
            found = None if body is None else weeks.schedule(body.UID())
            if found is not None:
                return found
        bodies = weeks.bodies()
        return weeks.schedule(bodies[0].UID()) if bodies else None
