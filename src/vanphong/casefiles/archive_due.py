"""Which closed files must be submitted, and the notice of it (Annex VI, Part I.III.5.b)."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from vanphong.calendars import clock
from vanphong.casefiles import archive_settings
from vanphong.casefiles import places
from vanphong.casefiles.rules import archive
from vanphong.casefiles.rules.states import State
from vanphong.errors import mark as _
from vanphong.ledger import case_checks
from vanphong.ledger import notices
from vanphong.ledger.tables import Row
from vanphong.organisation import directory


NOTICE = "archive_due"

#: Stages in which a file has ended and is still with its unit.
WAITING = frozenset({State.CLOSED, State.RETURNED})


@dataclass(frozen=True)
class Due:
    """A file with its last day of submission; ``kept`` is the consent to keep it longer."""

    row: Row
    last: date
    kept: archive.KeptBack | None
    is_due: bool
    is_late: bool
    must: bool


def due(body_uid: str, *, only_due: bool = True) -> list[Due]:
    """Files of a body that wait to be submitted, the most urgent first."""
    terms, today = archive_settings.terms(), clock.today()
    found = []
    for row in case_checks.ended(body_uid, WAITING, until=today):
        one = of_row(row, terms, today)
        if one is not None and ((one.is_due and one.must) or not only_due):
            found.append(one)
    return sorted(found, key=lambda one: (one.last, one.row["code"]))


def last_day(case_file, terms: archive.Terms | None = None) -> date | None:
    """The last day on which a closed file is submitted, None while it has no end."""
    if case_file.ended_on is None:
        return None
    return archive.submit_by(
        case_file.ended_on, terms or archive_settings.terms(), construction=case_file.construction
    )


def of_row(row: Row, terms: archive.Terms, today: date) -> Due | None:
    """What a row of the ledger is due; None for one whose file is gone."""
    case_file = places.find(row["case_file_uid"])
    if case_file is None:
        return None
    last = last_day(case_file, terms)
    kept = case_file.kept_back
    late = max(last, kept.until) if kept else last
    return Due(
        row=row,
        last=late,
        kept=kept,
        is_due=archive.is_due(last, today, terms, kept),
        is_late=today > late,
        must=archive.must_submit(row["years"], terms),
    )


def remind(event) -> None:
    """Tell the makers, once for each file, that it must be submitted soon."""
    for body_uid in case_checks.bodies():
        if directory.unit_object(body_uid) is None:  # of another site
            continue
        for one in due(body_uid):
            _tell(one)


def _tell(one: Due) -> None:
    uid, maker = one.row["case_file_uid"], one.row["maker"]
    if not maker or maker in notices.seen_by(uid, NOTICE):
        return
    notices.tell(
        [maker],
        NOTICE,
        uid,
        _("The file ${code} must be submitted to the archive by ${day}."),
        {"code": one.row["code"], "day": f"{one.last:%d/%m/%Y}"},
        url=places.find(uid).absolute_url(),
        urgent=one.last - clock.today() < timedelta(days=7),
        key=notice_key(uid),
    )


def notice_key(uid: str) -> str:
    """Under which the maker of a file is told that it must be submitted."""
    return f"{NOTICE}-{uid}"
