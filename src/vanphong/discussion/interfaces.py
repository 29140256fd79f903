"""Public contract of the discussion: events."""

from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class ICommentEvent(IObjectEvent):
    """Something was said about an object. ``comment`` is the value."""


@implementer(ICommentEvent)
class CommentEvent(ObjectEvent):
    """See ICommentEvent."""

    def __init__(self, context, comment):
        super().__init__(context)
        self.comment = comment


class Commented(CommentEvent):
    """A comment was added."""


class CommentWithdrawn(CommentEvent):
    """A comment was withdrawn by its author."""
