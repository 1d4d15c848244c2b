"""Files → documents: text exactly as it is, typed blocks and sentences with offsets, and what sidecars tell."""

from leica_kb.corpus.authorship import find_authorship
from leica_kb.corpus.loading import load_document, load_documents
from leica_kb.corpus.parsing import parse_document
from leica_kb.corpus.pieces import is_separator
from leica_kb.corpus.problems import CODES, LEFT_OUT
from leica_kb.corpus.reading import MAX_BYTES, Limits, UnknownEncodingError

__all__ = [
    "CODES",
    "LEFT_OUT",
    "MAX_BYTES",
    "Limits",
    "UnknownEncodingError",
    "find_authorship",
    "is_separator",
    "load_document",
    "load_documents",
    "parse_document",
]
