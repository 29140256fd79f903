"""Vocabularies of the work schedules."""

from vanphong.ui.format import WEEKDAYS
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def weekdays(context):
    """Days of the week; Monday is 0."""
    return SimpleVocabulary(
        [SimpleTerm(number, str(number), title) for number, title in enumerate(WEEKDAYS)]
    )
