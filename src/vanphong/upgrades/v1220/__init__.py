"""Retention periods and the archive.

A retention period that still stands as the product brought it gets the source that the product
gives it now; what an administrator has written or changed stays as it is. The archive finds the
documents of files that wait for it.
"""

from dataclasses import replace
from plone import api
from vanphong.casefiles import places
from vanphong.casefiles import readers
from vanphong.casefiles.interfaces import ICaseFileSettings
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.retention import RetentionRule
from vanphong.casefiles.rules.retention_table import CIRCULAR_9
from vanphong.casefiles.rules.retention_table import CIRCULAR_10
from vanphong.casefiles.rules.retention_table import RULES
from vanphong.casefiles.rules.states import State
from vanphong.errors import InvalidInput
from vanphong.ledger import case_files


#: What lines named as their source before, by their codes; all others named none.
FORMER = {
    "TH1": CIRCULAR_10,
    "TH2": CIRCULAR_10,
    "TH3": CIRCULAR_10,
    "TH4": CIRCULAR_10,
    "TH5": CIRCULAR_9,
    "TH6": CIRCULAR_9,
    "TH8": CIRCULAR_9,
}


def sources(tool):
    """Name the sources; it may run again."""
    lines = api.portal.get_registry_record(
        "retention_rules", interface=ICaseFileSettings, default=None
    )
    renewed = [_renewed(line) for line in lines or ()]
    if renewed != list(lines or ()):
        api.portal.set_registry_record("retention_rules", renewed, interface=ICaseFileSettings)


def archive_readers(tool):
    """Write the readers of submitted documents anew; it may run again."""
    waiting = case_files.Filters(states=(State.TO_SUBMIT,))
    number, more = 1, True
    while more:
        page = case_files.listed(None, waiting, page=number)
        for row in page.rows:
            case_file = places.find(row["case_file_uid"])
            if case_file is not None:
                readers.refresh(case_file, every=True)
        number, more = number + 1, page.more


def _renewed(line: str) -> str:
    """A line with its source of today when nobody has touched it."""
    try:
        rule = next(iter(retention.parse_rules([line])), None)
    except InvalidInput:
        return line
    now = next((one for one in RULES if rule == _before(one)), None)
    return line if now is None else retention.format_rules([now])[0]


def _before(rule: RetentionRule) -> RetentionRule:
    """A line of today as the product brought it before."""
    return replace(rule, law=FORMER.get(rule.code, ""), valid_from=None)
