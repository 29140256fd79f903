"""Tells people what a change of a routing sheet means for them, see ``rules.news``."""

from vanphong.documents.rules import is_urgent
from vanphong.ledger import notices
from vanphong.routing.rules import Sheet
from vanphong.routing.rules import news


#: Characters of the subject that a notice shows.
LONGEST = 140

#: Kinds that are moot once their step has ended; that something came back stays worth knowing.
_MOOT = ("urged", "urgent", "extension")


def tell(document, old: Sheet, new: Sheet) -> None:
    """Tell what has changed, with the Zope transaction, and take back what is moot."""
    moot = [f"{kind}:{gone.step}" for gone in news.gone(old, new) for kind in _MOOT]
    notices.withdraw(*moot, tokens={gone.actor for gone in news.gone(old, new)})
    for one in news.news(old, new, urgent=is_urgent(document.urgency)):
        notices.tell(
            [one.to],
            one.kind,
            document.UID(),
            one.text,
            {**one.mapping(), "document": called(document)},
            url=document.absolute_url(),
            urgent=one.urgent,
            key=one.key,
        )


def called(document) -> str:
    """How a notice names a document: ``2140/UBND-VX: V/v tổ chức …``."""
    number = document.symbol or document.label
    subject = document.subject.strip()
    if len(subject) > LONGEST:
        subject = subject[:LONGEST].rsplit(" ", 1)[0] + " …"
    return f"{number}: {subject}" if number else subject
