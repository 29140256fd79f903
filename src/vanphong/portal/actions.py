"""What is done to show a document to everybody, and to take it back."""

from AccessControl import getSecurityManager
from collections.abc import Sequence
from datetime import date
from typing import Any
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger import mirrors
from vanphong.ledger import notices
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation import rules as organisation
from vanphong.portal import link_check
from vanphong.portal import publications
from vanphong.portal import rules
from vanphong.portal import settings
from vanphong.portal.interfaces import DocumentPublished
from vanphong.portal.interfaces import PublicationChanged
from vanphong.portal.interfaces import PublicationReviewed
from vanphong.portal.interfaces import PublicationWithdrawn
from zope.event import notify


PUBLISH = "vanphong: Publish Document"
APPROVE = "vanphong: Approve Publication"
PUBLISHERS = _("the head of the unit and the Office")
OFFICE = _("the Office")

#: Kind of the notices about what waits for review.
NOTICE = "publication"

LONGEST = 1000
State = rules.State


@office_act("publish", PUBLISH, PUBLISHERS)
def publish(
    document,
    *,
    published_on: date | None = None,
    expires_on: date | None = None,
    category: str = "",
    summary: str = "",
    files: Sequence[str] = (),
    links: str = "",
):
    """Show an issued document to everybody, from a day on; the publication.

    Where the administrator wants a review, it waits for the Office unless who publishes may
    approve it, too. What was withdrawn before comes back at its old address.

    :param files: UIDs of the files shown beside the signed PDF, which always is.
    :param links: related pages, a line each: title | address.
    """
    rules.refuse_unfit(publications.source(document))
    found = publications.of_document(document.UID())
    if found is not None and found.state != State.WITHDRAWN:
        raise Conflict(_("The document is published already, or waits for review."), rule=rules.LAW)
    values = _values(document, published_on or clock.today(), expires_on, category, summary)
    values["file_uids"] = _shown(document, files)
    values["links"] = link_check.checked(rules.read_links(links))
    publication = publications.make(document) if found is None else found
    publications.copy_particulars(publication, document)
    _write(publication, values)
    waits = bool(settings.setting("needs_review")) and not _may_approve(document)
    me = people.me()
    publication.state = State.WAITING if waits else State.PUBLISHED
    publication.asked_on, publication.asked_by = clock.today(), me.user_id
    publication.asked_by_title, publication.reason = me.title, ""
    publication.approved_by_title = ""
    mirrors.write(publication)
    if waits:
        _tell_office(publication)
    done("publish", publication, symbol=document.symbol, state=str(publication.state))
    notify(DocumentPublished(publication))
    return publication


@office_act("approve_publication", APPROVE, OFFICE)
def approve_publication(publication, *, accept: bool = True, reason: str = "") -> None:
    """Let what waits for review be shown, or send it back with a reason."""
    if publication.state != State.WAITING:
        raise Conflict(_("This does not wait for review."))
    reason = _reason(reason, needed=not accept)
    if accept:
        document = publications.document_of(publication)
        rules.refuse_unfit(publications.source(document))
    publication.state = State.PUBLISHED if accept else State.WITHDRAWN
    publication.approved_by_title = people.me().title if accept else ""
    publication.reason, publication.changed_at = reason, clock.now()
    if accept and publication.published_on < clock.today():
        publication.published_on = clock.today()
    mirrors.write(publication)
    notices.withdraw(publication.UID())
    _tell_asker(publication, accept)
    done("approve_publication", publication, accept=accept, reason=reason)
    notify(PublicationReviewed(publication))


@office_act("change_publication", PUBLISH, PUBLISHERS)
def change_publication(
    publication,
    *,
    published_on: date | None = None,
    expires_on: date | None = None,
    category: str = "",
    summary: str = "",
    files: Sequence[str] = (),
    links: str = "",
) -> None:
    """Change from when to when, under what and with what a document is shown.

    The values take the place of all before; the day of publication stays when none is given.
    """
    if publication.state == State.WITHDRAWN:
        raise Conflict(_("It was withdrawn; publish the document again."))
    document = publications.document_of(publication)
    rules.refuse_unfit(publications.source(document))
    day = published_on or publication.published_on
    values = _values(document, day, expires_on, category, summary)
    values["file_uids"] = _shown(document, files)
    values["links"] = link_check.checked(rules.read_links(links))
    _write(publication, values)
    mirrors.write(publication)
    done("change_publication", publication, published_on=str(day), files=len(values["file_uids"]))
    notify(PublicationChanged(publication))


@office_act("unpublish", PUBLISH, PUBLISHERS)
def unpublish(publication, *, reason: str) -> None:
    """Show it no longer. Its record stays, with who withdrew it and why."""
    if publication.state == State.WITHDRAWN:
        raise Conflict(_("It was withdrawn before."))
    reason = _reason(reason, needed=True)
    withdraw(publication, reason, people.me().title)
    done("unpublish", publication, reason=reason)
    notify(PublicationWithdrawn(publication))


def withdraw(publication, reason: str, by: str) -> None:
    """Take a publication back, without asking who may: a recall does so, too."""
    publication.state = State.WITHDRAWN
    publication.withdrawn_on, publication.withdrawn_by_title = clock.today(), by
    publication.reason, publication.changed_at = reason, clock.now()
    mirrors.write(publication)
    notices.withdraw(publication.UID())


def _values(
    document, published: date, expires: date | None, category: str, summary: str
) -> dict[str, Any]:
    rules.check_days(document.issued_date, published, expires)
    known = settings.categories()
    category = category or next(iter(known))
    if category not in known:
        raise InvalidInput(
            _("“${value}” is none of ${known}."),
            value=category,
            known=", ".join(known),
            field="category",
        )
    if len(summary) > LONGEST:
        raise InvalidInput(
            _("“${name}” is longer than ${limit} characters."),
            name=_("Summary"),
            limit=LONGEST,
            field="summary",
        )
    return {
        "published_on": published,
        "expires_on": expires,
        "category": category,
        "summary": summary.strip(),
    }


def _write(publication, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(publication, name, value)
    publication.changed_at = clock.now()


def _shown(document, uids: Sequence[str]) -> tuple[str, ...]:
    """The files to be shown: the main one, then those named, in the order of the document."""
    known = {one.uid: one for one in document.attachments}
    for uid in uids:
        if uid not in known:
            raise InvalidInput(_("The document has no such file."), field="files")
        if known[uid].is_held:
            raise InvalidInput(
                _("“${name}” is in quarantine and cannot be shown."),
                name=known[uid].filename,
                field="files",
            )
    main = document.attachments[0].uid
    return (main, *(one.uid for one in document.attachments[1:] if one.uid in set(uids)))


def _reason(text: str, *, needed: bool) -> str:
    text = text.strip()
    if needed and not text:
        raise InvalidInput(_("Say why: the reason is kept."), field="reason")
    return text[:LONGEST]


def _may_approve(context) -> bool:
    return bool(getSecurityManager().checkPermission(APPROVE, context))


def _tell_office(publication) -> None:
    body = directory.unit_object(publication.body_uid)
    offices = [] if body is None else directory.offices(body)
    notices.tell(
        [organisation.token(organisation.LEADERS, office.UID()) for office in offices],
        NOTICE,
        publication.UID(),
        _("${who} asks you to review the publication of ${symbol}."),
        {"who": publication.asked_by_title, "symbol": publication.symbol},
        url=publication.absolute_url() + "/@@publication",
        key=publication.UID(),
    )


def _tell_asker(publication, accept: bool) -> None:
    text = _("${symbol} is published.") if accept else _("${symbol} is not published: ${reason}")
    notices.tell(
        [publication.asked_by],
        NOTICE,
        publication.UID(),
        text,
        {"symbol": publication.symbol, "reason": publication.reason},
        url=publication.absolute_url() + "/@@publication",
        key=f"{publication.UID()} reviewed",
    )
