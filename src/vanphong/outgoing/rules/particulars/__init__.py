"""Fields of their own: of invitations, minutes, decisions, and others, by type."""

from vanphong.outgoing.rules.particulars.checking import check
from vanphong.outgoing.rules.particulars.checking import missing
from vanphong.outgoing.rules.particulars.checking import need_complete
from vanphong.outgoing.rules.particulars.fields import GROUPS
from vanphong.outgoing.rules.particulars.fields import Field
from vanphong.outgoing.rules.particulars.fields import Group
from vanphong.outgoing.rules.particulars.fields import Kind
from vanphong.outgoing.rules.particulars.printed import articles
from vanphong.outgoing.rules.particulars.printed import printed
from vanphong.outgoing.rules.particulars.printed import time_words
from vanphong.outgoing.rules.particulars.reading import read
from vanphong.outgoing.rules.particulars.telling import pairs
from vanphong.outgoing.rules.particulars.telling import told
from vanphong.outgoing.rules.particulars.telling import typed
from vanphong.outgoing.rules.particulars.telling import words
from vanphong.outgoing.rules.particulars.values import DIRECT
from vanphong.outgoing.rules.particulars.values import ENCLOSING
from vanphong.outgoing.rules.particulars.values import Decision
from vanphong.outgoing.rules.particulars.values import Introduction
from vanphong.outgoing.rules.particulars.values import Invitation
from vanphong.outgoing.rules.particulars.values import Leave
from vanphong.outgoing.rules.particulars.values import Meeting
from vanphong.outgoing.rules.particulars.values import Particulars


__all__ = [
    "DIRECT",
    "ENCLOSING",
    "GROUPS",
    "Decision",
    "Field",
    "Group",
    "Introduction",
    "Invitation",
    "Kind",
    "Leave",
    "Meeting",
    "Particulars",
    "articles",
    "check",
    "missing",
    "need_complete",
    "pairs",
    "printed",
    "read",
    "time_words",
    "told",
    "typed",
    "words",
]
