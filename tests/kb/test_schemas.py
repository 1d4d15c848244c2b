"""The schemas say what the doors read: every shipped file is valid, and a file with a slip is not."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leica_kb.cli import run
from leica_kb.files import parse_yaml
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.world.beginning import begin_base
from leica_kb.kb.world.schemas import KINDS, dump_schema, make_schema
from tests.documents import SCHEMA, schema_files
from tests.packs.test_worked_example import HOME as BRIDGES

jsonschema: Any = pytest.importorskip("jsonschema", reason="one of the test extras")
ROOT = Path(__file__).parents[2]
PACKS = ROOT / "leica_kb" / "packs"


def _shipped() -> list[tuple[str, Path]]:
    claims = [path for path in (ROOT / "claims").glob("*.yaml") if path.stem not in ("kb", "entities")]
    packs = [path for folder in (PACKS, BRIDGES.parent) for path in folder.glob("*/*.yaml")]
    return [
        *(("claims", path) for path in sorted(claims)),
        *(("sidecar", path) for path in sorted((ROOT / "seeds").glob("*.yaml"))),
        *((path.stem, path) for path in sorted(packs)),
        ("kb", ROOT / "claims" / "kb.yaml"),
        ("entities", ROOT / "claims" / "entities.yaml"),
    ]


def _faults(kind: str, value: object, schema: dict[str, Any] | None = None) -> list[str]:
    checker = jsonschema.Draft7Validator(schema or make_schema(kind))
    return [str(fault.message) for fault in checker.iter_errors(value)]


@pytest.mark.parametrize(("kind", "path"), _shipped(), ids=lambda given: getattr(given, "name", given))
def test_every_shipped_file_is_valid(kind: str, path: Path) -> None:
    assert _faults(kind, parse_yaml(path.read_bytes(), path).value) == []


@pytest.mark.parametrize(("kind", "path"), _shipped(), ids=lambda given: getattr(given, "name", given))
def test_a_shipped_file_with_a_misspelt_key_is_not(kind: str, path: Path) -> None:
    value = parse_yaml(path.read_bytes(), path).value
    assert _faults(kind, {**value, "misspelt": 1})


CLAIM = {"subject": "a", "predicate": "p", "object": {"date": "2013"}, "quote": "q"}
RULING = {"kind": "value", "claims": ["c-000000000001", "c-000000000002"], "digest": "d", "verdict": "real"}
PREDICATE = {"topic": "t", "subject": "a", "object": ["b"]}
FRAME = {"id": "f", "predicate": "p", "verb": "open", "subject": ["agent"], "object": ["in"]}
GOOD: dict[str, dict[str, Any]] = {
    "claims": {"format": 1, "source": "s", "claims": [CLAIM]},
    "kb": {"format": 1, "packs": ["leica"]},
    "entities": {"entities": {"a": {"name": "A", "type": "b", "aliases": "C"}}},
    "decisions": {"format": 1, "decisions": [RULING]},
    "sidecar": {"title": None, "published": 2013, "basis": {"title": ["A"]}},
    "pack": {"name": "p", "extends": "companies"},
    "predicates": {"predicates": {"p": PREDICATE}},
    "patterns": {"nouns": {"a": "b"}, "patterns": [{"type": "a", "regex": "b"}]},
    "frames": {"frames": [FRAME]},
    "questions": {"questions": [{"predicate": "p", "needs": [["a"], "b"]}]},
}
Change = Callable[[dict[str, Any]], object]
SLIPS: list[tuple[str, Change]] = [
    ("claims", lambda file: file.pop("source")),
    ("claims", lambda file: file.update(format=2)),
    ("claims", lambda file: file["claims"][0].update(subjec="a")),
    ("claims", lambda file: file["claims"][0].pop("quote")),
    ("claims", lambda file: file["claims"][0].update(object={"entity": "a", "text": "b"})),
    ("claims", lambda file: file["claims"][0].update(object={"number": "many"})),
    ("claims", lambda file: file["claims"][0].update(polarity="maybe")),
    ("claims", lambda file: file["claims"][0].update(id="c-1")),
    ("claims", lambda file: file["claims"][0].update(start=-1)),
    ("claims", lambda file: file["claims"][0].update(cues={"time": [[1, 2, 3]]})),
    ("claims", lambda file: file["claims"][0].update(review={"state": "good"})),
    ("kb", lambda file: file.pop("packs")),
    ("entities", lambda file: file["entities"]["a"].pop("type")),
    ("entities", lambda file: file["entities"]["a"].update(alias="D")),
    ("decisions", lambda file: file["decisions"][0].update(claims=["c-000000000001"])),
    ("decisions", lambda file: file["decisions"][0].pop("verdict")),
    ("sidecar", lambda file: file.update(title=True)),
    ("sidecar", lambda file: file.update(retells="a")),
    ("sidecar", lambda file: file.update(basis={"titel": ["A"]})),
    ("pack", lambda file: file.pop("name")),
    ("predicates", lambda file: file["predicates"]["p"].update(state="perhaps")),
    ("predicates", lambda file: file["predicates"]["p"].pop("object")),
    ("patterns", lambda file: file["patterns"][0].pop("regex")),
    ("frames", lambda file: file["frames"][0].update(polarity="no")),
    ("frames", lambda file: file["frames"][0].pop("subject")),
    ("questions", lambda file: file["questions"][0].update(need=[["a"]])),
]


@pytest.mark.parametrize("kind", GOOD)
def test_a_small_file_of_each_kind_is_valid(kind: str) -> None:
    assert _faults(kind, GOOD[kind]) == []


@pytest.mark.parametrize(("kind", "change"), SLIPS)
def test_a_slip_is_not(kind: str, change: Change) -> None:
    value = copy.deepcopy(GOOD[kind])
    change(value)
    assert _faults(kind, value)


def test_every_kind_has_a_slip() -> None:
    assert {kind.name for kind in KINDS} == set(GOOD) == {kind for kind, _ in SLIPS}


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {path: path.read_text(encoding="utf-8") for path in SCHEMA.iterdir()}
    assert committed == schema_files(), "to write them anew: python -m tests.documents"


def test_every_key_that_people_write_is_described() -> None:
    for kind in ("claims", "kb", "decisions", "sidecar", "pack"):
        schema = make_schema(kind)
        parts = [schema, *(part for name, part in schema.get("$defs", {}).items() if name == "ClaimModel")]
        assert [key for part in parts for key, told in part["properties"].items() if "description" not in told] == []


# --- in a base --------------------------------------------------------------------------------------------------------


def test_new_files_lead_editors_to_schemas_that_offer_the_bases_names(tmp_path: Path) -> None:
    root = tmp_path / "base"
    begin_base(root, "companies")
    (root / "seeds" / "a.txt").write_text("Tamron was founded by Takeyuki Arai.\n")
    KnowledgeBase(root).build()
    for name, kind in (("kb", "kb"), ("a", "claims")):
        first, *rest = (root / "claims" / f"{name}.yaml").read_text().splitlines()
        assert first == f"# yaml-language-server: $schema=../.leica_kb/schema/{kind}.json"
        schema = json.loads((root / "claims" / first.partition("=")[2]).read_text())
        assert _faults(kind, parse_yaml("\n".join(rest).encode(), name).value, schema) == []
    offered = schema["$defs"]["ClaimModel"]["properties"]["predicate"]["anyOf"][0]["enum"] if kind == "claims" else []
    assert "founded_by" in offered


def test_the_comment_survives_writes_and_is_canonical(tmp_path: Path) -> None:
    root = tmp_path / "base"
    begin_base(root, "companies")
    seed = root / "seeds" / "a.txt"
    seed.write_text("Tamron was founded by Takeyuki Arai.\n")
    (root / "seeds" / "a.yaml").write_text("title: A\n")
    base = KnowledgeBase(root)
    base.build()
    before = (root / "claims" / "a.yaml").read_text()
    seed.write_text("New. Tamron was founded by Takeyuki Arai. It is based in Japan.\n")
    base.build()
    after = (root / "claims" / "a.yaml").read_text()
    assert after != before
    assert after.splitlines()[0] == before.splitlines()[0]
    assert base.mend().files == ()


def test_deleted_and_foreign_schemas_are_made_anew(base: Path) -> None:
    folder = base / ".leica_kb" / "schema"
    wanted = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert set(wanted) == {f"{kind.name}.json" for kind in KINDS}
    (folder / "claims.json").write_text("{}")
    (folder / "kb.json").unlink()
    (base / ".leica_kb" / "index.sqlite").unlink()
    KnowledgeBase(base).claims()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == wanted


def test_the_command_prints_one_or_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "claims"]) == 0
    assert capsys.readouterr().out == dump_schema(make_schema("claims"))
    assert run(["schema"]) == 0
    assert "seeds/<stem>.yaml" in capsys.readouterr().out
    assert run(["schema", "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == set(GOOD)
    assert run(["schema", "claim"]) == 2
    assert "did you mean claims" in capsys.readouterr().err
