"""The acts that the page of a document offers to one person."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from urllib.parse import urlencode


#: Offers of this rank or above never become the filled button.
MINOR = 60


@dataclass(frozen=True)
class Offer:
    """One act that this person may do now.

    :param rank: the lowest comes first and, below ``MINOR``, becomes the filled button.
    :param filled: look of the filled button: ``work``, or ``official`` for legal effect.
    :param rare: stands under the three dots.
    :param post: done at once by the button, without a form.
    :param query: what the page of the act needs to know, e.g. the step.
    :param url: address of a form that stands elsewhere; ``page`` is then left aside.
    :param disabled: why it cannot be done yet; shown instead of a link.
    """

    name: str
    title: str
    icon: str
    rank: int
    page: str = "@@act"
    query: dict[str, str] = field(default_factory=dict)
    filled: str = "work"
    key: str = ""
    rare: bool = False
    post: bool = False
    confirm: str = ""
    disabled: str = ""
    url: str = ""

    def as_act(self, document_url: str, kind: str = "quiet") -> dict:
        """What the macros ``action_bar`` and ``one_act`` need."""
        asked = dict(self.query)
        if self.page == "@@act" and not self.post:  # the button of a post says it itself
            asked = {"do": self.name, **asked}
        query = "?" + urlencode(asked) if asked else ""
        return {
            "title": self.title,
            "url": self.url or f"{document_url}/{self.page}{query}",
            "icon": self.icon,
            "kind": kind,
            "key": self.key,
            "post": self.post,
            "name": "do",
            "value": self.name,
            "confirm": self.confirm,
            "disabled": self.disabled,
        }


def action_bar(offers: Iterable[Offer], document_url: str) -> dict:
    """The bar of all offers, at most one of them filled."""
    ranked = sorted(offers, key=lambda offer: offer.rank)
    shown = [offer for offer in ranked if not offer.rare]
    if not shown:  # nothing daily is left: a bar with three dots alone would look broken
        shown, ranked = ranked, []
    acts = [offer.as_act(document_url) for offer in shown]
    if shown and shown[0].rank < MINOR and not shown[0].disabled:
        acts[0]["kind"] = shown[0].filled
    return {
        "acts": acts,
        "more": [offer.as_act(document_url) for offer in ranked if offer.rare],
    }
