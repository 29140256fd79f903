"""The rules of outgoing documents: recipients, drafts and their approvals, number and date."""

from vanphong.outgoing.forms.rules import CHECKLIST
from vanphong.outgoing.rules import articles
from vanphong.outgoing.rules.addressing import Place
from vanphong.outgoing.rules.addressing import expand
from vanphong.outgoing.rules.addressing import need_recipients
from vanphong.outgoing.rules.addressing import places_words
from vanphong.outgoing.rules.addressing import resolve
from vanphong.outgoing.rules.addressing import routed
from vanphong.outgoing.rules.drafts import ANSWERS
from vanphong.outgoing.rules.drafts import KIND_TEXTS
from vanphong.outgoing.rules.drafts import Answer
from vanphong.outgoing.rules.drafts import Approval
from vanphong.outgoing.rules.drafts import Comment
from vanphong.outgoing.rules.drafts import Kind
from vanphong.outgoing.rules.drafts import fingerprint
from vanphong.outgoing.rules.drafts import given
from vanphong.outgoing.rules.drafts import need_given
from vanphong.outgoing.rules.drafts import read_checklist
from vanphong.outgoing.rules.drafts import refuse_own
from vanphong.outgoing.rules.links import LINKS
from vanphong.outgoing.rules.links import Link
from vanphong.outgoing.rules.links import LinkKind
from vanphong.outgoing.rules.links import read_links
from vanphong.outgoing.rules.numbering import check_date
from vanphong.outgoing.rules.numbering import notation
from vanphong.outgoing.rules.recipients import CHANNELS
from vanphong.outgoing.rules.recipients import GROUP_NAMES
from vanphong.outgoing.rules.recipients import GROUPS
from vanphong.outgoing.rules.recipients import PURPOSES
from vanphong.outgoing.rules.recipients import Purpose
from vanphong.outgoing.rules.recipients import Recipient
from vanphong.outgoing.rules.recipients import read_recipients
from vanphong.outgoing.rules.recipients import refuse_twice
from vanphong.outgoing.rules.similar import alike
from vanphong.outgoing.rules.similar import subject_key


__all__ = [
    "ANSWERS",
    "CHANNELS",
    "CHECKLIST",
    "GROUPS",
    "GROUP_NAMES",
    "KIND_TEXTS",
    "LINKS",
    "PURPOSES",
    "Answer",
    "Approval",
    "Comment",
    "Kind",
    "Link",
    "LinkKind",
    "Place",
    "Purpose",
    "Recipient",
    "alike",
    "articles",
    "check_date",
    "expand",
    "fingerprint",
    "given",
    "need_given",
    "need_recipients",
    "notation",
    "places_words",
    "read_checklist",
    "read_links",
    "read_recipients",
    "refuse_own",
    "refuse_twice",
    "resolve",
    "routed",
    "subject_key",
]
