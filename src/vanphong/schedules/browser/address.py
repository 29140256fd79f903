"""Addresses with a week behind the name of the view: ``…/@@week/2024/33``."""

from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.schedules import rules
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from zope.publisher.interfaces import NotFound as NoSuchName


@implementer(IPublishTraverse)
class Steps:
    """Mix-in of a view that takes steps of the path."""

    takes = 2

    def publishTraverse(self, request, name):
        """Take one more step."""
        steps = self.__dict__.setdefault("steps", [])
        if len(steps) >= self.takes:
            raise NoSuchName(self.context, name, request)
        steps.append(name)
        return self

    @property
    def path(self) -> list[str]:
        """The steps behind the name."""
        return self.__dict__.get("steps", [])

    def week_asked(self) -> rules.Week:
        """The week in the path or the form; the present one without.

        :raises NotFound: for one that does not exist.
        """
        form = self.request.form
        now = rules.week_of(clock.today())
        asked = self.path or [form.get("year") or now.year, form.get("number") or now.number]
        try:
            if len(asked) != 2:
                raise ValueError(asked)
            make = rules.Week if self.path else rules.counted
            return make(*(int(str(one)[:6]) for one in asked))
        except (ValueError, TypeError, InvalidInput):
            raise NotFound(self.__name__) from None


def week_url(schedule, view: str, week: rules.Week) -> str:
    """Address of a week in one of the views."""
    return f"{schedule.absolute_url()}/@@{view}/{week.year}/{week.number}"
