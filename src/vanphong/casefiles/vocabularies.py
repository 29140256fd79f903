"""Vocabularies of the case files."""

from vanphong import _
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Who may look into a file beside its roster. What is secret is not kept here.
RIGHTS = {
    "conditional": _("Conditional: the roster of the file"),
    "public": _("Open: everybody in the unit"),
}


@provider(IVocabularyFactory)
def case_file_rights(context):
    """Terms of use of a file (chế độ sử dụng)."""
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in RIGHTS.items()])
