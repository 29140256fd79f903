"""What is done in a discussion: say something, withdraw what one has said."""

from plone import api
from vanphong.calendars import clock
from vanphong.discussion import people as readers
from vanphong.discussion import rules
from vanphong.discussion import store
from vanphong.discussion.interfaces import Commented
from vanphong.discussion.interfaces import CommentWithdrawn
from vanphong.documents.browser import scope
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger import notices
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from zope.event import notify


SAYS = "vanphong: Comment"
WHO = _("whoever may read this")


@office_act("discuss", SAYS, WHO)
def comment(context, *, text: str) -> rules.Comment:
    """Say something about a document, a task or a case file; those mentioned are told.

    :raises InvalidInput: for nothing, too much, or somebody who does not exist.
    :raises RuleBroken: for a mention of who may not read it.
    """
    _check_reads(context)
    text = rules.check_text(text)
    mentions = rules.mentions_in(text)
    readers.check_mentions(context, mentions)
    me = people.me()
    positions = scope.positions(me)
    title = positions[0].title if positions else me.title
    number = store.count(context) + 1
    made = rules.Comment(number, me.user_id, title, clock.now(), text, mentions)
    store.put(context, made)
    notices.tell(
        mentions,
        "mention",
        context.UID(),
        _("${who} mentions you: ${what}"),
        {"who": title, "what": readers.called(context)},
        url=f"{context.absolute_url()}",
        key=f"mention:{context.UID()}:{number}",
    )
    done("discuss", context, comment=number, mentions=list(mentions))
    notify(Commented(context, made))
    return made


@office_act("withdraw_comment", SAYS, WHO)
def withdraw(context, number: int | None) -> rules.Comment:
    """Withdraw what one has said: a mark stays in its place.

    :raises InvalidInput: when there is no such comment.
    :raises NotAllowed: for somebody else's.
    """
    _check_reads(context)
    found = None if number is None else store.get(context, number)
    if found is None:
        raise InvalidInput(_("There is no such comment. Reload the page."), field="comment")
    gone = rules.withdrawn(found, people.me().user_id, clock.now())
    store.put(context, gone)
    notices.withdraw(f"mention:{context.UID()}:{number}")
    done("withdraw_comment", context, comment=number)
    notify(CommentWithdrawn(context, gone))
    return gone


def _check_reads(context) -> None:
    if not api.user.has_permission("View", obj=context):
        raise NotAllowed(_("Only ${who} may do this here."), who=WHO)
