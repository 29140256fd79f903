"""Answers in JSON to what a form asks while it is typed in: ``@@name/kind?q=``."""

from Products.Five import BrowserView
from vanphong.ui.browser import sending
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Longer texts are not looked for.
LONGEST = 200


@implementer(IPublishTraverse)
class Answers(BrowserView):
    """Subclasses say ``kinds``, each a method that answers with plain values."""

    kinds: tuple[str, ...] = ()
    kind = ""

    def publishTraverse(self, request, name: str):
        """Take the kind of answer from the path."""
        if self.kind or name not in self.kinds:
            raise NotFound(name)
        self.kind = name
        return self

    def __call__(self) -> str:
        """The answer."""
        if self.kind not in self.kinds:
            raise NotFound(self.__name__)
        return sending.as_json(self.request, getattr(self, self.kind)())

    def asked(self, name: str) -> str:
        """A text that was asked with, without blanks at its ends."""
        value = self.request.form.get(name, "")
        return value.strip()[:LONGEST] if isinstance(value, str) else ""
