"""How far a person sees in the documents of a body."""

from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import token


def reach(body) -> frozenset[str] | None:
    """None for the body's clerks and the chiefs of its Office, who see all; else the tokens."""
    tokens = people.me().tokens
    keepers = {token(CLERKS, body.UID())}
    keepers.update(token(LEADERS, office.UID()) for office in directory.offices(body))
    return None if keepers & tokens else tokens
