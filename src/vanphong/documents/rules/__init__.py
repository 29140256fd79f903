"""What every document obeys: types, symbols, levels, keys and the legal fields."""

from vanphong.documents.rules.annex6 import ALL_TYPES
from vanphong.documents.rules.annex6 import ANNEX_VI
from vanphong.documents.rules.annex6 import INCOMING
from vanphong.documents.rules.annex6 import OUTGOING
from vanphong.documents.rules.annex6 import AnnexField
from vanphong.documents.rules.annex6 import Direction
from vanphong.documents.rules.annex6 import check_lengths
from vanphong.documents.rules.annex6 import to_annex_vi
from vanphong.documents.rules.catalogue import valid_on
from vanphong.documents.rules.fields import FIELDS
from vanphong.documents.rules.fields import FieldCode
from vanphong.documents.rules.fields import fields_on
from vanphong.documents.rules.fields import format_fields
from vanphong.documents.rules.fields import parse_fields
from vanphong.documents.rules.keys import date_words
from vanphong.documents.rules.keys import document_identifier
from vanphong.documents.rules.keys import duplicate_key
from vanphong.documents.rules.keys import fold
from vanphong.documents.rules.keys import organ_key
from vanphong.documents.rules.keys import organ_keys
from vanphong.documents.rules.keys import symbol_key
from vanphong.documents.rules.levels import NORMAL
from vanphong.documents.rules.levels import SECRECY
from vanphong.documents.rules.levels import SECRECY_RULE
from vanphong.documents.rules.levels import URGENCY
from vanphong.documents.rules.levels import Secrecy
from vanphong.documents.rules.levels import Urgency
from vanphong.documents.rules.levels import is_urgent
from vanphong.documents.rules.levels import refuse_secret
from vanphong.documents.rules.levels import secrecy_of
from vanphong.documents.rules.levels import urgency_of
from vanphong.documents.rules.query import Query
from vanphong.documents.rules.query import parse_query
from vanphong.documents.rules.snippets import Pieces
from vanphong.documents.rules.snippets import Snippet
from vanphong.documents.rules.snippets import marked
from vanphong.documents.rules.snippets import snippet
from vanphong.documents.rules.symbols import TYPE_ABBREVIATIONS
from vanphong.documents.rules.symbols import Symbol
from vanphong.documents.rules.symbols import clean_symbol
from vanphong.documents.rules.symbols import format_number
from vanphong.documents.rules.symbols import format_symbol
from vanphong.documents.rules.symbols import notation_for
from vanphong.documents.rules.symbols import parse_symbol
from vanphong.documents.rules.types import COPY_TYPES
from vanphong.documents.rules.types import DOCUMENT_TYPES
from vanphong.documents.rules.types import LEGAL_TYPES
from vanphong.documents.rules.types import DocumentType
from vanphong.documents.rules.types import format_document_types
from vanphong.documents.rules.types import parse_document_types
from vanphong.documents.rules.types import types_on


__all__ = [
    "ALL_TYPES",
    "ANNEX_VI",
    "COPY_TYPES",
    "DOCUMENT_TYPES",
    "FIELDS",
    "INCOMING",
    "LEGAL_TYPES",
    "NORMAL",
    "OUTGOING",
    "SECRECY",
    "SECRECY_RULE",
    "TYPE_ABBREVIATIONS",
    "URGENCY",
    "AnnexField",
    "Direction",
    "DocumentType",
    "FieldCode",
    "Pieces",
    "Query",
    "Secrecy",
    "Snippet",
    "Symbol",
    "Urgency",
    "check_lengths",
    "clean_symbol",
    "date_words",
    "document_identifier",
    "duplicate_key",
    "fields_on",
    "fold",
    "format_document_types",
    "format_fields",
    "format_number",
    "format_symbol",
    "is_urgent",
    "marked",
    "notation_for",
    "organ_key",
    "organ_keys",
    "parse_document_types",
    "parse_fields",
    "parse_query",
    "parse_symbol",
    "refuse_secret",
    "secrecy_of",
    "snippet",
    "symbol_key",
    "to_annex_vi",
    "types_on",
    "urgency_of",
    "valid_on",
]
