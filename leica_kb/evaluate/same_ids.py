"""Ids that the annotators of the shipped gold used for one thing; choosing either is no error."""

from __future__ import annotations

from typing import Final

from leica_kb.evaluate.likeness import SameIds

SAME_IDS: Final[SameIds] = (
    frozenset({"leica-m-system", "leica-m-series", "leica-m"}),
    frozenset({"leica-products", "leica-cameras", "leicas"}),
    frozenset(
        {
            "lumix-lenses",
            "panasonic-lumix-cameras",
            "panasonic-lumix",
            "lumix",
            "lumix-cameras",
            "panasonic-sister-models",
        }
    ),
    frozenset({"panasonic-leica-lenses", "leica-panasonic-lenses"}),
    frozenset({"panasonic-built-leica-cameras", "panasonic-made-leicas", "panasonic-made-leica-cameras"}),
    frozenset({"japanese-made-leica-cameras", "japanese-made-leicas"}),
    frozenset({"fujifilm", "fuji"}),
    frozenset({"united-states", "usa", "us"}),
    frozenset({"leica-m11", "leica-m11-series"}),
    frozenset({"ams-osram", "ams"}),
    frozenset({"leica", "leica-camera-ag", "leica-camera", "leica-ag"}),
    frozenset({"panasonic", "panasonic-corporation"}),
)
