"""Passing on a document that waits in a state put between two stages."""

from vanphong.documents.index import index_document
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.routing.interfaces import IStages
from vanphong.routing.interfaces import StagePassed
from vanphong.routing.stages import may_pass
from vanphong.routing.stages import who_passes
from zope.event import notify


#: Characters of a comment.
COMMENT = 2000


@office_act("pass_stage", "View", _("those who registered, directed or handle the document"))
def pass_stage(document, *, comment: str = "") -> str:
    """Move a waiting document to the next state on the way to the stage of its sheet.

    The administrator who put the state in between has said which functions may.

    :returns: the new state.
    :raises Conflict: when the document does not wait.
    :raises NotAllowed: for a function that the transition does not name.
    """
    stages = IStages(document)
    before = stages.now
    transition = stages.next()
    if not may_pass(transition, document):
        raise NotAllowed(_("Only ${who} may do this here."), who=who_passes(transition))
    comment = comment.strip()
    if len(comment) > COMMENT:
        raise RuleBroken(
            _("The comment has ${n} characters; at most ${most} are kept."),
            n=len(comment),
            most=COMMENT,
            field="comment",
        )
    stages.pass_on()
    index_document(document)
    done("pass_stage", document, passed=before, to=stages.now, comment=comment)
    notify(StagePassed(document))
    return stages.now
