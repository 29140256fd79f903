"""Vocabularies of the registers."""

from vanphong import _
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def _vocabulary(**titles):
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in titles.items()])


@provider(IVocabularyFactory)
def directions(context):
    """Incoming, outgoing, internal, or certified copies."""
    titles = {
        "in": _("Incoming"),
        "out": _("Outgoing"),
        "internal": _("Internal"),
        "copy": _("Certified copies"),
    }
    return _vocabulary(**titles)


@provider(IVocabularyFactory)
def periods(context):
    """When the counter starts again."""
    return _vocabulary(year=_("Every year"), term=_("Every term of office"))
