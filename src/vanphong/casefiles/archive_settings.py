"""Terms of submission, kept by an administrator."""

from plone import api
from vanphong import _
from vanphong.casefiles.rules.archive import Terms
from zope import schema
from zope.interface import Interface


class IArchiveSettings(Interface):
    """When files are given up to the archive (Decree 30/2020, Article 30)."""

    submit_months = schema.Int(
        title=_("Files are submitted within, in months after the work has ended"),
        default=12,
        min=1,
        max=120,
    )
    construction_months = schema.Int(
        title=_("Files of construction works within, in months after the final settlement"),
        default=3,
        min=1,
        max=120,
    )
    keep_back_months = schema.Int(
        title=_("With consent they are kept back at most, in months"), default=24, min=1, max=120
    )
    notice_days = schema.Int(
        title=_("Days of notice before the last day"), default=30, min=0, max=365
    )
    least_years = schema.Int(
        title=_("Files are submitted that are kept, in years, at least"), default=5, min=1, max=100
    )


def terms() -> Terms:
    """The terms as they are now."""

    def value(name: str) -> int:
        return api.portal.get_registry_record(
            name, interface=IArchiveSettings, default=IArchiveSettings[name].default
        )

    return Terms(
        months=value("submit_months"),
        construction_months=value("construction_months"),
        keep_back_months=value("keep_back_months"),
        notice_days=value("notice_days"),
        least_years=value("least_years"),
    )
