"""Claims, findings, sources, names and question cues → one SQLite file with full text, disposable at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from leica_kb.index.building import build_index
    from leica_kb.index.content import IndexContent, SourceContent
    from leica_kb.index.freshness import Freshness, InputFile, check_freshness, input_name, read_input
    from leica_kb.index.metadata import metadata_from_json
    from leica_kb.index.opening import StaleIndexError, indexed_sources, is_sound, open_index
    from leica_kb.index.words import Piece, find_pieces, key_of, singular, stem, stems_of, words_of

_HOMES: Final = {
    **dict.fromkeys(("build_index",), "building"),
    **dict.fromkeys(
        (
            "IndexContent",
            "SourceContent",
        ),
        "content",
    ),
    **dict.fromkeys(
        (
            "Freshness",
            "InputFile",
            "check_freshness",
            "input_name",
            "read_input",
        ),
        "freshness",
    ),
    **dict.fromkeys(("metadata_from_json",), "metadata"),
    **dict.fromkeys(
        (
            "StaleIndexError",
            "indexed_sources",
            "is_sound",
            "open_index",
        ),
        "opening",
    ),
    **dict.fromkeys(
        (
            "Piece",
            "find_pieces",
            "key_of",
            "singular",
            "stem",
            "stems_of",
            "words_of",
        ),
        "words",
    ),
}
"""Name → the module that holds it, imported when first asked for: a look-up does not pay for building."""

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
    "singular",
    "stem",
    "stems_of",
    "words_of",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"leica_kb.index.{_HOMES[name]}"), name)
