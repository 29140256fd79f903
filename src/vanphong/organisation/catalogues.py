"""Catalogues that are kept above this layer, such as fields of work, looked up by name.

Without them, as in a site that has no documents, a code stands for itself.
"""

from collections.abc import Iterable
from plone import api
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from zope.component import queryUtility
from zope.schema.interfaces import IVocabularyFactory


def titles(name: str) -> dict[str, str]:
    """Titles by codes of ``fields`` or ``document_types``, in the order of the catalogue."""
    factory = queryUtility(IVocabularyFactory, f"vanphong.{name}")
    if factory is None:
        return {}
    return {term.value: term.title for term in factory(api.portal.get())}


def titled(name: str, codes: Iterable[str]) -> list[str]:
    """Titles of codes, in the order of the catalogue; a code that is gone as it is."""
    known, wanted = titles(name), set(codes)
    return [known[code] for code in known if code in wanted] + sorted(wanted.difference(known))


def checked(name: str, codes: Iterable[str], held: Iterable[str] = ()) -> tuple[str, ...]:
    """The codes, sorted.

    :param held: codes that may stay though the catalogue has them no more.
    :raises InvalidInput: for one that is not in the catalogue.
    """
    chosen = set(codes)
    unknown = chosen.difference(titles(name), held) if chosen else set()
    if unknown:
        raise InvalidInput(
            _("“${name}” is not in the catalogue."), name=", ".join(sorted(unknown)), field=name
        )
    return tuple(sorted(chosen))
