"""Where comments are kept: a BTree of frozen values on the object they are about.

Adding one touches one bucket, whatever was said before.
"""

from BTrees.IOBTree import IOBTree
from collections.abc import Iterator
from itertools import islice
from vanphong.discussion.rules import Comment
from zope.annotation.interfaces import IAnnotations


KEY = "vanphong.discussion"

#: So many comments stand on one page.
SIZE = 20


def _kept(context) -> IOBTree:
    return IAnnotations(context).get(KEY) or ()


def count(context) -> int:
    """How many comments there are; up to the number of the last one."""
    tree = _kept(context)
    return tree.maxKey() if tree else 0


def get(context, number: int) -> Comment | None:
    """The comment with a number."""
    tree = _kept(context)
    return tree.get(number) if tree else None


def latest(context, before: int = 0, size: int = SIZE) -> list[Comment]:
    """Comments before a number, the newest first; any page costs the same."""
    return list(islice(_backwards(context, before), size))


def _backwards(context, before: int) -> Iterator[Comment]:
    tree = _kept(context)
    if not tree:
        return
    number = min(before - 1, tree.maxKey()) if before else tree.maxKey()
    while number > 0:
        found = tree.get(number)
        if found is not None:
            yield found
        number -= 1


def put(context, comment: Comment) -> None:
    """Keep a comment; only inside of an act."""
    notes = IAnnotations(context)
    if KEY not in notes:
        notes[KEY] = IOBTree()
    notes[KEY][comment.number] = comment
