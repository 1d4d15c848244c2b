"""docs/format.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from leica_kb.store import CODES, dump_claims, parse_claims, tidy_claims
from leica_kb.store.schema import ClaimModel

FORMAT = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")


def test_the_example_is_canonical() -> None:
    found = re.search(r"```yaml\n(.*?)```", FORMAT, re.DOTALL)
    assert found is not None
    data = found[1].encode()
    parsed = parse_claims(data, Path("claims/x.yaml"))
    assert parsed.problems == ()
    assert parsed.file is not None
    assert dump_claims(parsed.file) == data == tidy_claims(data, Path("claims/x.yaml"))


def test_every_code_stands_in_the_table() -> None:
    rows = dict(re.findall(r"^\| (KB\d+) \| ([a-z-]+) \|", FORMAT, re.MULTILINE))
    assert rows == {"KB001": "name-clash", **CODES}


def test_every_key_is_described() -> None:
    keys = FORMAT[FORMAT.index("## Keys") : FORMAT.index("`object` is one of")]
    assert {key for key in ClaimModel.model_fields if f"`{key}`" not in keys} == set()
