"""Catalogues of the office, read from the registry."""

from datetime import date
from functools import lru_cache
from plone import api
from vanphong.calendars import clock
from vanphong.documents import rules
from vanphong.documents.interfaces import IDocumentSettings


def setting(name: str):
    """One value of the document settings."""
    return api.portal.get_registry_record(name, interface=IDocumentSettings)


def document_types(day: date | None = None) -> dict[str, rules.DocumentType]:
    """Types of document that exist on a day (today), by code."""
    entries = _types(tuple(setting("document_types")))
    return {entry.code: entry for entry in rules.types_on(entries, day or clock.today())}


def fields(day: date | None = None) -> dict[str, rules.FieldCode]:
    """Fields of work that exist on a day (today), by code."""
    entries = _fields(tuple(setting("fields")))
    return {entry.code: entry for entry in rules.fields_on(entries, day or clock.today())}


def type_name(code: str) -> str:
    """Name of a document type, whenever it was valid."""
    names = {entry.code: entry.name for entry in _types(tuple(setting("document_types")))}
    return names.get(code, code)


_types = lru_cache(maxsize=8)(rules.parse_document_types)
_fields = lru_cache(maxsize=8)(rules.parse_fields)
