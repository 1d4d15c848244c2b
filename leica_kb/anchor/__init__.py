"""Quote and place: where words stand in a text, and what became of them after an edit."""

from leica_kb.anchor.normal import normalise
from leica_kb.anchor.offsets import from_utf8, from_utf16, to_utf8, to_utf16
from leica_kb.anchor.quote import INTACT, Anchor, Quote, take_quote
from leica_kb.anchor.reanchor import reanchor
from leica_kb.anchor.selector import select
from leica_kb.anchor.verify import refit, verify_claims

__all__ = [
    "INTACT",
    "Anchor",
    "Quote",
    "from_utf8",
    "from_utf16",
    "normalise",
    "reanchor",
    "refit",
    "select",
    "take_quote",
    "to_utf8",
    "to_utf16",
    "verify_claims",
]
