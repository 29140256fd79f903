"""What the page of the state of the system is made of."""

from dataclasses import dataclass


GOOD, WARNING, BAD = "good", "warning", "bad"


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: what it is, how it stands, what is to be done.

    Texts are messages or plain strings; ``advice`` is empty where nothing is to be done, and
    ``url`` names a page, relative to the site, that shows more.
    """

    title: str
    state: str
    value: str
    advice: str = ""
    url: str = ""
