"""What a file lives through (Decree 30/2020, Articles 29 to 31). Nothing is ever deleted."""

from enum import StrEnum
from vanphong.errors import Conflict
from vanphong.errors import mark as _


ARTICLE = "Nghị định 30/2020/NĐ-CP, Điều 29 đến Điều 31"


class State(StrEnum):
    """Stages of a file; ``PLANNED`` is a line of the file list that nobody has opened yet."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    TO_SUBMIT = "to_submit"
    RETURNED = "returned"
    ARCHIVED = "archived"
    REVIEW_DUE = "review_due"
    TRANSFERRED = "transferred"
    DESTROYED_PROPOSED = "destroyed_proposed"


#: Where each stage leads. A file comes back to work only from before the archive.
MOVES: dict[State, tuple[State, ...]] = {
    State.PLANNED: (State.OPEN,),
    State.OPEN: (State.CLOSED,),
    State.CLOSED: (State.OPEN, State.TO_SUBMIT, State.REVIEW_DUE),
    State.TO_SUBMIT: (State.RETURNED, State.ARCHIVED),
    State.RETURNED: (State.CLOSED,),
    State.ARCHIVED: (State.REVIEW_DUE, State.TRANSFERRED),
    State.REVIEW_DUE: (State.ARCHIVED, State.TRANSFERRED, State.DESTROYED_PROPOSED),
    State.TRANSFERRED: (),
    State.DESTROYED_PROPOSED: (State.ARCHIVED,),
}

#: Stages in which documents come into a file and leave it.
WRITABLE = frozenset({State.OPEN, State.RETURNED})

WORDS = {
    State.PLANNED: _("Planned"),
    State.OPEN: _("Open"),
    State.CLOSED: _("Closed"),
    State.TO_SUBMIT: _("Submitted, being checked"),
    State.RETURNED: _("Returned for completion"),
    State.ARCHIVED: _("In the archive"),
    State.REVIEW_DUE: _("Due for valuation"),
    State.TRANSFERRED: _("In the historical archive"),
    State.DESTROYED_PROPOSED: _("Proposed for destruction"),
}


def check_move(now: State, then: State) -> None:
    """Refuse a stage that does not follow.

    :raises Conflict: naming both.
    """
    if then not in MOVES[now]:
        raise Conflict(
            _("A file that is “${now}” cannot become “${then}”."),
            now=WORDS[now],
            then=WORDS[then],
            rule=ARTICLE,
        )


def check_writable(state: State, *, frozen: bool, leaving: bool = False) -> None:
    """Refuse to put a document into a file or to take one out at this stage.

    :param leaving: whether a document would leave the file.
    :raises Conflict: for a file that is closed, in the archive, or frozen.
    """
    if frozen:
        raise Conflict(
            _("The file is frozen: nothing in it may be moved, changed or taken out."),
            field="case_file",
            rule="Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục IV.1.g",
        )
    if state in WRITABLE:
        return
    text = (
        _("No document leaves a file that is “${state}”.")
        if leaving
        else _("No document comes into a file that is “${state}”. Choose an open one.")
    )
    raise Conflict(text, state=WORDS[state], field="case_file", rule=ARTICLE)
