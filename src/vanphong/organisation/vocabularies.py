"""Vocabularies of the organisation."""

from vanphong import _
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


KIND_TITLES = {
    "body": _("Body"),
    "office": _("Office of the body"),
    "division": _("Division"),
    "commune": _("Subordinate body"),
    "mass-organisation": _("Mass organisation"),
    "party-body": _("Party body"),
    "public-unit": _("Public service unit"),
}


@provider(IVocabularyFactory)
def unit_kinds(context):
    """Kinds of unit."""
    return SimpleVocabulary([SimpleTerm(kind, kind, title) for kind, title in KIND_TITLES.items()])


REGIME_TITLES = {
    "one-head": _("Its head (one-head regime)"),
    "collective": _("A collective (TM.)"),
}


@provider(IVocabularyFactory)
def regimes(context):
    """How a body is led (Decree 30/2020, Article 13)."""
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in REGIME_TITLES.items()])
