"""What an administrator has set for files."""

from functools import lru_cache
from plone import api
from plone.registry.interfaces import IRegistry
from vanphong.attachments import rules
from vanphong.attachments.interfaces import IFileSettings
from zope.component import queryUtility


MEGABYTE = 1024 * 1024


def policy() -> rules.Policy:
    """The settings in force; the defaults as long as the site has none."""
    registry = queryUtility(IRegistry)
    if registry is None or f"{IFileSettings.__identifier__}.antivirus" not in registry:
        return rules.Policy()
    return rules.Policy(
        antivirus=rules.Antivirus(_setting("antivirus")),
        kinds=_kinds(tuple(_setting("kinds") or ())),
        max_size=_setting("max_megabytes") * MEGABYTE,
        limits=rules.Limits(unpacked=_setting("max_unpacked_megabytes") * 1_000_000),
        ocr_pages=_setting("ocr_pages"),
    )


def _setting(name: str):
    return api.portal.get_registry_record(name, interface=IFileSettings)


@lru_cache(maxsize=8)
def _kinds(lines: tuple[str, ...]) -> dict[str, rules.FileKind]:
    return rules.parse_kinds(lines) if lines else dict(rules.KINDS)
