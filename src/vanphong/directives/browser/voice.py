"""Whose word a directive is, and who types it."""

from functools import cached_property
from vanphong import _
from vanphong.directives.actions import directives_of
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import mark
from vanphong.incoming.browser.situation import Situation
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import unit_of
from vanphong.routing import rules


ONLY = mark("Only ${who} directs here, or the records clerk for them.")


class Voice:
    """The leader whom the document lies with, or who gave the directive to be replaced."""

    def __init__(self, situation: Situation, replaces: str) -> None:
        self.situation = situation
        self.replaces = replaces

    @cached_property
    def old(self):
        """The directive to be replaced, or None."""
        if not self.replaces:
            return None
        found = directives_of(self.situation.document)
        return next((one for one in found if one.UID() == self.replaces), None)

    @cached_property
    def is_own(self) -> bool:
        """Whether the person of this request directs in their own name."""
        if not self.situation.may("direct"):
            return False
        waiting = self.situation.waiting
        if waiting is not None:
            return self.situation.is_mine(waiting)
        return self.old is not None and self.old.author == self.situation.me.user_id

    def check(self) -> None:
        """Refuse before anything is typed.

        :raises Conflict: when there is nothing to direct, or somebody else was faster.
        :raises NotAllowed: for who neither directs nor enters directives here.
        """
        if self.situation.waiting is None and self.old is None:
            raise Conflict(self._why_nothing())
        if self.old is not None and self.old.superseded_by:
            raise Conflict(mark("That directive has been replaced already."))
        if not self.is_own and not self.situation.may("direct_on_behalf"):
            who = self.old.author_title if self.old else self.situation.waiting.actor_title
            raise NotAllowed(
                mark("Only ${who} directs here, or the records clerk for them."), who=who
            )

    def _why_nothing(self) -> str:
        if rules.leading(self.situation.sheet) is not None:
            return mark("There is a directive on this document already; it is being carried out.")
        if self.situation.stage == "finished":
            return mark("This document has been handled; there is nothing left to direct.")
        return mark("The document has not been presented, so there is nothing to direct yet.")

    @cached_property
    def authors(self) -> list[tuple[str, str]]:
        """For a clerk: (user id, title) of the leaders whose directive it can be."""
        waiting = self.situation.waiting
        if waiting is None:
            return [(self.old.author, self.old.author_title)] if self.old else []
        uid = unit_of(waiting.actor)
        if uid is None:
            return [(waiting.actor, waiting.actor_title)]
        return [
            (person.user_id, person.title)
            for person in directory.people(directory.unit_object(uid))
            if LEADERS in person.functions
        ]

    @property
    def said(self):
        """In which capacity the form is filled in."""
        if self.is_own:
            return _("As ${position}", mapping={"position": self._position})
        if not self.situation.may("direct_on_behalf"):
            return ""
        if len(self.authors) == 1:
            return _("Entered for ${who}", mapping={"who": self.authors[0][1]})
        return _("Entered for a leader")

    @property
    def _position(self) -> str:
        me, waiting = people.me(), self.situation.waiting
        return me.title if waiting is None else me.position_for(waiting.actor)
