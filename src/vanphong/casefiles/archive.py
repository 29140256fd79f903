"""Submission to the agency archive: asked for by units, decided by the archive officer.

Decree 30/2020, Article 30 and Annex V.
"""

from collections.abc import Iterable
from datetime import date
from plone import api
from plone.dexterity.utils import createContent
from vanphong.calendars import clock
from vanphong.casefiles import archive_due
from vanphong.casefiles import archive_settings
from vanphong.casefiles import closing_inventory
from vanphong.casefiles import places
from vanphong.casefiles import readers
from vanphong.casefiles import readmodel
from vanphong.casefiles import stages
from vanphong.casefiles.archive_events import CaseFileKeptBack
from vanphong.casefiles.archive_events import CaseFileReturned
from vanphong.casefiles.archive_events import CaseFileTakenOver
from vanphong.casefiles.archive_events import FilesSubmitted
from vanphong.casefiles.freeze import refuse
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.casefiles.localroles import archivists
from vanphong.casefiles.rules import archive as rules
from vanphong.casefiles.rules import states
from vanphong.casefiles.rules.states import State
from vanphong.documents import places as records
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger import notices
from vanphong.ledger import session
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.organisation import people
from zope.event import notify


SUBMIT = "vanphong: Submit Case File"
TAKE_OVER = "vanphong: Take Over Case File"
KEEP_BACK = "vanphong: Keep Back Case File"

MAKERS = _("the maker of the file or the head of the unit")
ARCHIVE = _("the archive officer")
CONSENT = _("the archive officer or the chief of the Office")

PLACE = "nop-luu"

#: So many files go in one batch.
MOST = 500


@office_act("submit_files", "vanphong: Use Office", MAKERS)
def submit_files(folder, uids: Iterable[str], *, note: str = "", paper: str = ""):
    """Submit closed files to the archive, all of them or none.

    :param folder: where the files of the body are kept.
    :param paper: how much paper goes with them: boxes, files, metres; "" for none.
    :returns: the submission.
    :raises NotAllowed: for a file that somebody else makes.
    :raises Conflict: for a file that is not closed, or whose inventory is not made yet.
    """
    lines = rules.begin([uid for uid in uids if uid])
    if not folder.body_uid or len(lines) > MOST:
        raise InvalidInput(_("Choose from one to ${most}."), field="files", most=MOST)
    files = [_submittable(folder.body_uid, line.uid) for line in lines]
    session.lock(folder.body_uid)
    submission = _make(folder, lines, files, note, paper)
    for case_file in files:
        case_file.submission_uid = submission.UID()
        stages.move(case_file, State.TO_SUBMIT)
        readmodel.write(case_file)
        readers.refresh(case_file, every=True)
        done("submit_files", case_file, submission=submission.title)
    codes = [case_file.code for case_file in files]
    done("submit_files", submission, files=codes)
    notices.withdraw(*map(archive_due.notice_key, (one.UID() for one in files)))
    notices.tell(
        archivists(folder.body_uid),
        "archive_submission",
        submission.UID(),
        _("${who} submits ${count} files to the archive."),
        {"who": submission.submitted_title, "count": str(len(files))},
        url=submission.absolute_url(),
        key=_key(submission),
    )
    notify(FilesSubmitted(submission))
    return submission


@office_act("take_over_file", TAKE_OVER, ARCHIVE)
def take_over_file(submission, uid: str):
    """Take a file of a submission over into the archive.

    :raises Conflict: when the archive has decided on it.
    """
    lines = rules.decide(submission.lines, uid, rules.TAKEN, people.me().title)
    case_file = _submitted(submission, uid)
    _decide(submission, lines)
    case_file.archived_at = clock.now()
    stages.move(case_file, State.ARCHIVED)
    readmodel.write(case_file)
    done("take_over_file", submission, file=case_file.code, uid=uid)
    done("take_over_file", case_file, submission=submission.title)
    _tell_maker(case_file, _("The archive has taken over the file ${code}."))
    notify(CaseFileTakenOver(case_file))


@office_act("return_file", TAKE_OVER, ARCHIVE)
def return_file(submission, uid: str, *, reason: str):
    """Send a file of a submission back for completion, with what is to be completed.

    :raises InvalidInput: without a reason.
    :raises Conflict: when the archive has decided on it.
    """
    lines = rules.decide(submission.lines, uid, rules.RETURNED, people.me().title, reason)
    case_file = _submitted(submission, uid)
    _decide(submission, lines)
    case_file.submission_uid = ""
    case_file.inventory = None
    stages.move(case_file, State.RETURNED)
    readmodel.write(case_file)
    readers.refresh(case_file, every=True)
    reason = reason.strip()
    done("return_file", submission, file=case_file.code, uid=uid, reason=reason)
    done("return_file", case_file, submission=submission.title, reason=reason)
    text = _("The archive sends back the file ${code}: ${reason}")
    _tell_maker(case_file, text, reason=reason)
    notify(CaseFileReturned(case_file))


@office_act("keep_back_file", KEEP_BACK, CONSENT)
def keep_back_file(case_file, *, until: date, reason: str, basis: str):
    """Note the consent that a unit keeps a closed file longer.

    :param basis: number and day of the written consent.
    :raises Conflict: when the file is not closed.
    :raises RuleBroken: for longer than allowed.
    """
    if stages.state_of(case_file) not in archive_due.WAITING or case_file.ended_on is None:
        raise Conflict(
            _("Only a closed file that was not submitted is kept back."), rule=rules.SUBMIT_RULE
        )
    terms = archive_settings.terms()
    last = archive_due.last_day(case_file, terms)
    case_file.kept_back = rules.keep_back(last, until, reason, people.me().title, basis, terms)
    kept = case_file.kept_back
    done(
        "keep_back_file",
        case_file,
        until=until.isoformat(),
        reason=kept.reason,
        basis=kept.basis,
    )
    notify(CaseFileKeptBack(case_file))


def submissions(folder) -> list:
    """The submissions of a body that this person may see, the newest first."""
    place = folder.get(PLACE)
    found = [] if place is None else place.objectValues()
    seen = [one for one in found if api.user.has_permission("View", obj=one)]
    return sorted(seen, key=lambda one: one.submitted_at, reverse=True)


def files_of(submission) -> list:
    """The files of a submission with their lines, in its order."""
    return [(line, places.find(line.uid)) for line in submission.lines]


def _submittable(body_uid: str, uid: str):
    case_file = places.find(uid)
    if case_file is None or case_file.body_uid != body_uid:
        raise InvalidInput(_("There is no such file."), field="files")
    refuse(case_file)
    states.check_move(stages.state_of(case_file), State.TO_SUBMIT)
    if not api.user.has_permission(SUBMIT, obj=case_file):
        raise NotAllowed(_("Only ${who} may do this here."), who=MAKERS)
    if not closing_inventory.is_made(case_file):
        raise Conflict(
            _("The inventory of ${code} is still being made; try again in a moment."),
            code=case_file.code,
            field="files",
        )
    return case_file


def _submitted(submission, uid: str):
    case_file = places.find(uid)
    if not ICaseFile.providedBy(case_file) or case_file.submission_uid != submission.UID():
        raise Conflict(_("This file is not in the batch any more."), field="file")
    refuse(case_file)
    return case_file


def _make(folder, lines, files, note: str, paper: str):
    now, me = clock.now(), people.me()
    place = records.child(folder, PLACE, "Nộp lưu")
    number = 1 + sum(1 for one in place.objectValues() if one.submitted_at.year == now.year)
    submission = createContent("ArchiveSubmission")
    submission.title = f"Đợt nộp lưu số {number} năm {now.year}"
    submission.body_uid = folder.body_uid
    submission.number = number
    submission.lines = lines
    submission.note = note.strip()
    submission.paper = paper.strip()
    submission.submitted_at = now
    submission.submitted_by = me.user_id
    submission.submitted_title = me.title
    unit = directory.unit_object(files[0].unit_uid)
    submission.unit_uid = files[0].unit_uid
    submission.unit_title = "" if unit is None else unit.title
    return records.put(place, submission, f"dot-{now.year}-{number}")


def _decide(submission, lines) -> None:
    me = people.me()
    submission.lines = lines
    submission.decided_at = clock.now()
    submission.decided_by = me.user_id
    submission.decided_title = me.title
    if submission.is_decided:
        notices.withdraw(_key(submission))


def _key(submission) -> str:
    """Under which the archive is told of a submission."""
    return f"submission-{submission.UID()}"


def _tell_maker(case_file, text: str, **more: str) -> None:
    notices.tell(
        [case_file.maker],
        "archive_decision",
        case_file.UID(),
        text,
        {"code": case_file.code, **more},
        url=case_file.absolute_url(),
        key=f"archive-{case_file.UID()}",
    )
