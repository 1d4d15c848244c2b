"""What a look-up may not import: a fact must be there before a parser, pydantic or YAML could load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from leica_kb.index import build_index
from tests.query.scoring import seeds_content

HEAVY = ("spacy", "pydantic", "yaml", "rich", "typer", "hashlib")
SCRIPT = """
import sys
from pathlib import Path
from leica_kb.index import open_index
from leica_kb.query import ask
assert ask(open_index(Path(sys.argv[1])), sys.argv[2]).answered
print(*(name for name in sys.argv[3].split(",") if name in sys.modules))
"""


@pytest.mark.parametrize(
    ("question", "heavy"), [("who makes the M11 sensor?", (*HEAVY, "rapidfuzz")), ("who maks the M11 sensr", HEAVY)]
)
def test_a_question_loads_nothing_heavy(tmp_path: Path, question: str, heavy: tuple[str, ...]) -> None:
    build_index(tmp_path / "i", seeds_content())
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "i"), question, ",".join(heavy)]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.split() == []  # noqa: S603  own code
