"""Vocabularies of the outgoing documents."""

from vanphong import _
from vanphong.outgoing.rules import PURPOSES
from zope.i18nmessageid import Message
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Notes on who may pass a document on, framed at its head (Decree 30/2020, Annex I.III.2).
CIRCULATIONS = {
    "": _("No restriction"),
    "return": _("To be returned after reading"),
    "internal": _("For internal circulation"),
}

#: The same, as they stand on the paper.
CIRCULATION_MARKS = {"return": "XEM XONG TRẢ LẠI", "internal": "LƯU HÀNH NỘI BỘ"}

SIGNED_BY = {"body": _("The body"), "unit": _("The unit itself")}

#: ``auto`` is what the signer's position says.
SIGNING_FORMS = {
    "auto": _("As the signer's position says"),
    "own": _("In the signer's own name"),
    "KT": _("For the head (KT.)"),
    "TL": _("By order (TL.)"),
    "TUQ": _("By authorisation (TUQ.)"),
}


def _terms(titles):
    return SimpleVocabulary([SimpleTerm(key, key or "none", text) for key, text in titles.items()])


@provider(IVocabularyFactory)
def circulations(context):
    """Notes on who may pass the document on."""
    return _terms(CIRCULATIONS)


@provider(IVocabularyFactory)
def signed_by(context):
    """In whose name a document is issued."""
    return _terms(SIGNED_BY)


@provider(IVocabularyFactory)
def signing_forms(context):
    """Forms of signing (Decree 30/2020, Article 13)."""
    return _terms(SIGNING_FORMS)


@provider(IVocabularyFactory)
def purposes(context):
    """What a recipient gets a document for."""
    return _terms({one.code: Message(one.label, "vanphong") for one in PURPOSES.values()})
