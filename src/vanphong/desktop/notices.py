"""The words of a notice."""

from vanphong import PACKAGE_NAME
from zope.i18nmessageid import Message


def said(row: dict) -> Message:
    """What a row of the ledger tells, as a message; names of acts in it are translated, too."""
    mapping = {name: Message(text, PACKAGE_NAME) for name, text in row["mapping"].items()}
    return Message(row["text"], PACKAGE_NAME, mapping=mapping)
