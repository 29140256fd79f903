"""Vocabularies of the documents."""

from vanphong import _
from vanphong.documents import catalogues
from vanphong.documents import rules
from zope.i18nmessageid import Message
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


CHANNELS = {
    "paper": _("Paper, by post"),
    "hand": _("Paper, by hand"),
    "electronic": _("Electronic, exchange axis"),
    "email": _("E-mail"),
}


def _terms(titles):
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in titles.items()])


@provider(IVocabularyFactory)
def document_types(context):
    """Types of document in force today."""
    found = catalogues.document_types()
    return _terms({code: entry.name for code, entry in found.items()})


@provider(IVocabularyFactory)
def fields(context):
    """Fields of work in force today."""
    return _terms({code: entry.name for code, entry in catalogues.fields().items()})


@provider(IVocabularyFactory)
def urgencies(context):
    """Degrees of urgency (Decree 30/2020, Annex I.III.2)."""
    return _terms({one.code: Message(one.label, "vanphong") for one in rules.URGENCY})


@provider(IVocabularyFactory)
def secrecies(context):
    """Degrees of secrecy."""
    return _terms({one.code: Message(one.label, "vanphong") for one in rules.SECRECY})


@provider(IVocabularyFactory)
def channels(context):
    """Ways in which a document comes or goes."""
    return _terms(CHANNELS)
