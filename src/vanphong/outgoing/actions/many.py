"""Several documents at once: each by its own act, those refused told apart with the reason."""

from collections.abc import Callable
from collections.abc import Iterable
from vanphong.errors import OfficeError
from vanphong.outgoing.actions.checking import approve
from vanphong.outgoing.actions.checking import check_content
from vanphong.outgoing.actions.issuing import issue
from vanphong.outgoing.actions.numbering import number
from vanphong.outgoing.actions.signing import sign
from vanphong.outgoing.actions.submitting import submit


#: Acts that need no more than the document itself. The form is appraised one by one: the
#: checklist of each is its own.
IN_BULK: dict[str, Callable] = {
    "submit": submit,
    "check_content": check_content,
    "approve": approve,
    "sign": sign,
    "number": number,
    "issue": issue,
}

Refusals = list[tuple[str, OfficeError]]


def many(act: str, documents: Iterable, **more) -> tuple[list[str], Refusals]:
    """Do one act on several documents.

    :param act: a name of ``IN_BULK``.
    :param more: passed on to each, such as ``note`` or ``sealed``.
    :returns: UIDs of those done, and (UID, refusal) of the others.
    """
    finished: list[str] = []
    refused: Refusals = []
    for document in documents:
        try:
            IN_BULK[act](document, **more)
        except OfficeError as refusal:
            refused.append((document.UID(), refusal))
        else:
            finished.append(document.UID())
    return finished, refused
