"""Units as people write them beside a number."""

from __future__ import annotations

from typing import Final

_SIGNS: Final = tuple("µm mm cm m km mg g kg hz khz mhz fps percent %".split())
_PLURALS: Final = {
    **{sign: sign for sign in _SIGNS},
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "person": "people",
    "lens": "lenses",
}
"""Units whose plural is not made with an s; signs have none."""


def counted(number: float, unit: str | None) -> str:
    """The unit as it stands behind the number, with a space before it; nothing where there is none."""
    if not unit:
        return ""
    return f" {unit if number == 1 else _PLURALS.get(unit, f'{unit}s')}"
