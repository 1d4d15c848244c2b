"""Claims, findings, sources, names and question cues → one SQLite file with full text, disposable at any time."""

from leica_kb.index.building import build_index
from leica_kb.index.content import IndexContent, InputFile, SourceContent, metadata_from_json
from leica_kb.index.freshness import Freshness, check_freshness, input_name, read_input
from leica_kb.index.opening import StaleIndexError, indexed_sources, is_sound, open_index
from leica_kb.index.words import Piece, find_pieces, key_of, stem, stems_of, words_of

__all__ = [
    "Freshness",
    "IndexContent",
    "InputFile",
    "Piece",
    "SourceContent",
    "StaleIndexError",
    "build_index",
    "check_freshness",
    "find_pieces",
    "indexed_sources",
    "input_name",
    "is_sound",
    "key_of",
    "metadata_from_json",
    "open_index",
    "read_input",
    "stem",
    "stems_of",
    "words_of",
]
