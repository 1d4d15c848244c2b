"""The examples of docs/contradictions.md: each kind's articles give the finding that stands below them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from leica_kb.checks import CHECKS, NOTES
from leica_kb.kb import KnowledgeBase

PAGE: Final = Path(__file__).parents[2] / "docs" / "contradictions.md"
EXAMPLES: Final = re.findall(r"^### (\S+)\n[^#]*?```finding\n(.*?)\n```", PAGE.read_text(), re.MULTILINE | re.DOTALL)
ARTICLE: Final = re.compile(r"([A-C]) \((.*?)\): (.*)")


def test_every_kind_has_its_example() -> None:
    assert len(EXAMPLES) == len(CHECKS) + len(NOTES)
    assert set(NOTES) < {kind for kind, _ in EXAMPLES}


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[kind for kind, _ in EXAMPLES])
def test_an_example_is_what_the_program_says(kind: str, example: str, tmp_path: Path) -> None:
    *articles, told = example.splitlines()
    for folder in ("claims", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "claims" / "kb.yaml").write_text("format: 1\npacks: [leica]\n")
    origin = "retells: [radio-talk]" if kind == "retelling" else "publisher: Paper {}"
    for line in articles:
        name, date, text = ARTICLE.fullmatch(line).groups()  # type: ignore[union-attr]  # the page's own form
        dated = "" if date == "undated" else f'published: "{date}"\n'
        (tmp_path / "seeds" / f"{name}.txt").write_text(f"{text}\n")
        (tmp_path / "seeds" / f"{name}.yaml").write_text(f"title: {name}\n{dated}{origin.format(name)}\n")
    kb = KnowledgeBase(tmp_path)
    kb.build()
    found = [f"{f.severity} {f.kind}: {f.explanation}" for f in kb.contradictions(notes=True).findings]
    assert told in found
    assert told.split()[1] == f"{kind}:"
