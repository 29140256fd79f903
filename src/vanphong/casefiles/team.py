"""Who works on a file: its roster, kept as collective.workspace keeps that of a unit.

No groups are made from it. A person is on the roster of hundreds of files in the course of
the years, and would carry as many groups into every request; rights are computed from the
roster itself, of the one file that somebody asks for.
"""

from collective.workspace.membership import TeamMembership
from collective.workspace.workspace import Workspace
from dataclasses import dataclass
from vanphong.ledger.case_files import CONTRIBUTOR
from vanphong.ledger.case_files import MAKER
from vanphong.ledger.case_files import READER


MAKERS = "Makers"
CONTRIBUTORS = "Contributors"
READERS = "Readers"

#: Parts in a file by the names of their groups, the strongest first.
PARTS = {MAKERS: MAKER, CONTRIBUTORS: CONTRIBUTOR, READERS: READER}


class CaseMembership(TeamMembership):
    """One person on the roster; in no group of the user folder."""

    def _update_groups(self, old_groups, new_groups):
        """Keep the names of the groups on the roster alone."""
        self.__dict__["groups"] = set(new_groups)

    def _remove_all_groups(self):
        """There are none."""


class CaseTeam(Workspace):
    """The roster of a file."""

    available_groups = {}
    auto_groups = {}
    membership_factory = CaseMembership


@dataclass(frozen=True)
class Member:
    """A person on the roster of a file, with the part that the person has in it."""

    user_id: str
    title: str
    part: str


def members(case_file) -> list[Member]:
    """Everybody on the roster: makers, contributors, readers.

    Reads what is stored without adapting it, for making the adapter writes.
    """
    found = [_member(data) for data in (getattr(case_file, "_team", None) or {}).values()]
    order = list(PARTS.values())
    return sorted(found, key=lambda one: (order.index(one.part), one.title, one.user_id))


def member(case_file, user_id: str) -> Member | None:
    """This person on the roster, or None."""
    data = (getattr(case_file, "_team", None) or {}).get(user_id)
    return None if data is None else _member(data)


def _member(data: dict) -> Member:
    groups = data.get("groups") or ()
    part = next((PARTS[name] for name in PARTS if name in groups), READER)
    return Member(data["user"], data.get("position") or data["user"], part)
