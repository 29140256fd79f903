"""Reading the head of a letter: what a clerk would type, suggested from the words on the page.

The places are those of Decree 30/2020/NĐ-CP, Annex I and IV: issuing body and number at the
left, date at the right, type and subject below, signer at the end. Everything read is a
suggestion with a confidence; nobody registers it but the clerk.
"""

from vanphong.documents.rules.head.layout import Box
from vanphong.documents.rules.head.layout import Line
from vanphong.documents.rules.head.layout import Word
from vanphong.documents.rules.head.layout import lines_of
from vanphong.documents.rules.head.names import proper_case
from vanphong.documents.rules.head.reader import read_head
from vanphong.documents.rules.head.reading import Head
from vanphong.documents.rules.head.reading import Reading
from vanphong.documents.rules.head.stamps import secret_stamp


__all__ = [
    "Box",
    "Head",
    "Line",
    "Reading",
    "Word",
    "lines_of",
    "proper_case",
    "read_head",
    "secret_stamp",
]
