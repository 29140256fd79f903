"""Settings of the work calendar."""

from vanphong import _
from zope import schema
from zope.interface import Interface


class ICalendarSettings(Interface):
    """When the office works; every deadline is counted with it."""

    seasons = schema.List(
        title=_("Working hours"),
        description=_(
            "One season per line: first and last day, then the sessions, such as "
            "16/04-15/10 07:00-11:00 13:30-17:00."
        ),
        value_type=schema.TextLine(),
    )
    holidays = schema.List(
        title=_("Holidays"),
        description=_(
            "One per line: 02/09 Quốc khánh for every year, 2026-02-16 for one day, "
            "2026-02-16..2026-02-20 Tết for several."
        ),
        value_type=schema.TextLine(),
        required=False,
    )
    makeup = schema.List(
        title=_("Days worked in exchange"),
        description=_("One per line, such as 2026-08-22."),
        value_type=schema.TextLine(),
        required=False,
    )
