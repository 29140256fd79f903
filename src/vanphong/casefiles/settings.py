"""Retention rules, read from the registry."""

from datetime import date
from functools import lru_cache
from plone import api
from vanphong.calendars import clock
from vanphong.casefiles.interfaces import ICaseFileSettings
from vanphong.casefiles.rules import retention


def retention_rules() -> tuple[retention.RetentionRule, ...]:
    """All rules, whenever they are valid."""
    lines = api.portal.get_registry_record(
        "retention_rules", interface=ICaseFileSettings, default=None
    )
    return _rules(tuple(lines or ()))


def suggested(title: str, day: date | None = None) -> retention.Suggestion | None:
    """The period that the rules of a day (today) propose for a title."""
    return retention.suggest(retention_rules(), title, day or clock.today())


_rules = lru_cache(maxsize=8)(retention.parse_rules)
