"""Handing over everything of a person who leaves: files of work and steps that wait.

Decree 30/2020, Article 31: who retires, moves, resigns or studies for long hands over all
files. Shown first, then done by the worker, one thing after the other.
"""

from collective.workspace.interfaces import IWorkspace
from dataclasses import dataclass
from vanphong.casefiles import freeze
from vanphong.casefiles import places
from vanphong.casefiles import readers
from vanphong.casefiles import readmodel
from vanphong.casefiles import team
from vanphong.casefiles.archive_events import WorkHandedOver
from vanphong.casefiles.interfaces import RosterChanged
from vanphong.casefiles.rules.freeze import need_reason
from vanphong.casefiles.rules.states import State
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark as _
from vanphong.ledger import case_checks
from vanphong.ledger import jobs
from vanphong.ledger import notices
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.ledger.tables import Row
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.routing import actions as routing
from zope.event import notify


HAND_OVER = "vanphong: Hand Over Work"
WHO = _("the head of the unit or an administrator")

KIND = "hand-over"

#: Files that still have a maker; what the archive has is the archive's.
OURS = frozenset({State.OPEN, State.CLOSED, State.TO_SUBMIT, State.RETURNED})

#: So many things go over in one batch.
BATCH = 20


@dataclass(frozen=True)
class Belongings:
    """What a person has: files as maker, steps that wait for the person by name."""

    files: list[Row]
    steps: list[Row]

    @property
    def total(self) -> int:
        """How many things."""
        return len(self.files) + len(self.steps)


def belongings(user_id: str) -> Belongings:
    """What would be handed over."""
    return Belongings(case_checks.made_by(user_id, OURS), case_checks.awaited_of(user_id))


@office_act("hand_over", HAND_OVER, WHO)
def hand_over(unit, person: str, receiver: str, *, reason: str) -> str:
    """Give all files and waiting steps of a person of the unit to another; the UID of the job.

    :param person: user id of who leaves; somebody on the roster of the unit.
    :param receiver: user id of somebody with a position in the office.
    :raises Conflict: when there is nothing to hand over.
    """
    reason = need_reason(reason)
    if directory.person_in(unit, person) is None:
        raise InvalidInput(_("Choose somebody from the roster of ${unit}."), unit=unit.title)
    found = people.person(receiver) if receiver else None
    if found is None or not found.positions or receiver == person:
        raise InvalidInput(_("Choose who takes it over."), field="receiver")
    has = belongings(person)
    if not has.total:
        raise Conflict(_("There is nothing to hand over."))
    args = {
        "person": person,
        "receiver": receiver,
        "reason": reason,
        "files": [row["case_file_uid"] for row in has.files],
        "steps": [[row["document_uid"], row["step_uid"]] for row in has.steps],
    }
    uid = jobs.put(KIND, unit.UID(), args, key=person)
    done(
        "hand_over",
        unit,
        person=person,
        receiver=receiver,
        reason=reason,
        files=len(has.files),
        steps=len(has.steps),
    )
    notices.tell(
        [receiver],
        "hand_over",
        unit.UID(),
        _("You take over ${files} files and ${steps} pieces of work from ${who}."),
        {
            "files": str(len(has.files)),
            "steps": str(len(has.steps)),
            "who": people.person(person).title,
        },
        url=unit.absolute_url(),
        key=f"hand-over-{person}",
    )
    notify(WorkHandedOver(unit))
    return uid


@jobs.handler(KIND, title=_("Handing over the work of a person"))
def run(job: jobs.Job) -> jobs.More | jobs.Done:
    """One batch; what cannot be given over is told in the result."""
    things = [["file", uid] for uid in job.args["files"]]
    things += [["step", *pair] for pair in job.args["steps"]]
    at, left = job.cursor.get("at", 0), list(job.cursor.get("left", []))
    for kind, *what in things[at : at + BATCH]:
        give = _give_file if kind == "file" else _give_step
        try:
            give(job, *what)
        except OfficeError as refusal:
            left.append([kind, what[-1], str(refusal)])
    at += BATCH
    if at < len(things):
        return jobs.More(cursor={"at": at, "left": left}, done=at, total=len(things))
    return jobs.Done({"handed_over": len(things) - len(left), "left": left})


def _give_file(job: jobs.Job, uid: str) -> None:
    case_file = places.by_uid(uid)
    if case_file is None or case_file.maker != job.args["person"]:
        return
    freeze.refuse(case_file)
    person = people.person(job.args["receiver"])
    roster = IWorkspace(case_file)
    title = person.positions[0].title if person.positions else person.title
    roster.add_to_team(user=person.user_id, groups={team.MAKERS}, position=title)
    if team.member(case_file, job.args["person"]) is not None:
        roster.remove_from_team(user=job.args["person"])
    case_file.maker, case_file.maker_title = person.user_id, title
    readmodel.write(case_file)
    readers.refresh(case_file)
    done(
        "hand_over_file",
        case_file,
        person=job.args["person"],
        receiver=person.user_id,
        reason=job.args["reason"],
    )
    notify(RosterChanged(case_file))


def _give_step(job: jobs.Job, document_uid: str, step_uid: str) -> None:
    document = places.by_uid(document_uid)
    if document is not None:
        routing.replace_holder(
            document, step_uid, person=job.args["receiver"], reason=job.args["reason"]
        )
