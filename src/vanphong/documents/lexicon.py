"""Plone's own search, in which public content is found: every word folded, whatever it begins with.

Plone's normaliser folds only words whose first letter is at most U+024F, so “Ủy”, “Ổn” and
“Ứng” keep their diacritics, and “uy ban” finds no “Ủy ban”.
"""

from Products.CMFPlone.UnicodeSplitter.splitter import I18NNormalizer
from Products.ZCTextIndex.PipelineFactory import element_factory
from vanphong.ledger.words import bare
import logging


logger = logging.getLogger(__name__)

GROUP = "Case Normalizer"
NAME = "Vietnamese Folding Normalizer"
LEXICON = "plone_lexicon"


class VietnameseFold(I18NNormalizer):
    """Element of a lexicon's pipeline, behind the splitter."""

    def process(self, words):
        """The words in lower case without diacritics; then as Plone does, “ß” as “ss”."""
        return super().process([bare(_text(word)) for word in words])


def _text(word: str | bytes) -> str:
    """The splitter gives the bytes of a word when the text was bytes."""
    return word if isinstance(word, str) else word.decode("utf-8", "replace")


if NAME not in element_factory._groups.get(GROUP, ()):
    element_factory.registerFactory(GROUP, NAME, VietnameseFold)


def bind(site) -> bool:
    """Let the lexicon fold every word, and index again what was indexed; False if it did."""
    return _replace(site, I18NNormalizer, VietnameseFold)


def unbind(site) -> bool:
    """Give the lexicon back what Plone had put into it."""
    return _replace(site, VietnameseFold, I18NNormalizer)


def _replace(site, old: type, new: type) -> bool:
    catalog = site.portal_catalog
    lexicon = catalog.get(LEXICON)
    if lexicon is None or not any(type(one) is old for one in lexicon._pipeline):
        return False
    lexicon._pipeline = tuple(new() if type(one) is old else one for one in lexicon._pipeline)
    indexes = [
        index.getId()
        for index in catalog.getIndexObjects()
        if getattr(index, "lexicon_id", "") == LEXICON
    ]
    lexicon.clear()
    for name in indexes:
        catalog._catalog.getIndex(name).clear()
    catalog.reindexIndex(indexes, getattr(site, "REQUEST", None))
    logger.info("The lexicon of Plone's search was changed; indexed again: %s", indexes)
    return True
