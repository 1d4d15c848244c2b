"""Pack folders as a test writes them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

MINIMAL = {
    "pack.yaml": "name: wine\n",
    "predicates.yaml": """
        entity_types: [winery, region, grape]
        predicates:
          grown_in: {topic: places, subject: grape, object: region}
          owns: {topic: owners, subject: winery, object: winery}
    """,
    "entities.yaml": """
        entities:
          rioja: {name: Rioja, type: region, within: [spain]}
          spain: {name: Spain, type: region, demonyms: [Spanish]}
          torres: {name: Torres, type: winery, aliases: [Familia Torres]}
    """,
    "patterns.yaml": """
        nouns: {estate: [winery, bodega]}
        categories: {wines: wine}
        patterns:
          - {type: grape, regex: 'Tinta \\w+'}
    """,
    "frames.yaml": """
        frames:
          - {id: grow, predicate: grown_in, verb: [grow], subject: [patient], object: ["in"]}
    """,
    "questions.yaml": """
        questions:
          - predicate: grown_in
            needs: [[grow, grown]]
    """,
}
"""A pack of each file in its smallest form."""


def write_pack(folder: Path, **changed: str | None) -> str:
    """Write the minimal pack, with files (by stem) changed or, where None, left out; give its name for loading."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in MINIMAL.items():
        written = changed.get(name.removesuffix(".yaml"), text)
        if written is not None:
            (folder / name).write_text(dedent(written).lstrip("\n"), encoding="utf-8")
    return str(folder)
