"""A proposed name is taken into the base's entities by one line, and taken out to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.errors import InputError, KbError
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.naming import Declared
from leica_kb.store import add_entity, drop_entity

ENTITIES = Path("claims") / "entities.yaml"
CLAIMS = """format: 1
source: news
claims:
  - {subject: tamron, predicate: founded_by, object: {entity: takeyuki-arai}, quote: founded by Takeyuki Arai}
  - {subject: qx-works, predicate: located_in, object: {entity: japan}, quote: QX Works is in Japan}
"""


@pytest.fixture
def root(base: Path) -> Path:
    (base / "seeds" / "news.txt").write_text("Tamron was founded by Takeyuki Arai. QX Works is in Japan.\n")
    (base / "seeds" / "news.yaml").write_text("publisher: The News\n")
    (base / "claims" / "news.yaml").write_text(CLAIMS)
    KnowledgeBase(base).build()
    return base


def test_a_proposal_becomes_an_entity_of_the_base_and_none_again(root: Path) -> None:
    kb = KnowledgeBase(root)
    assert "takeyuki-arai" in {entry.id for entry in kb.names().proposals}
    assert kb.declare("Takeyuki Arai", because="the founder") == Declared("takeyuki-arai", "person")
    assert (root / ENTITIES).read_text() == (
        "format: 1\nentities:\n  takeyuki-arai: {name: Takeyuki Arai, type: person}\n"
    )
    assert "takeyuki-arai" not in {entry.id for entry in kb.names().proposals}
    assert kb.show("takeyuki-arai").to_json()["entity"]["type"] == "person"
    assert kb.undo("takeyuki-arai") == Declared("takeyuki-arai", "person", taken_back=True)
    assert not (root / ENTITIES).exists()
    assert [entry.what for entry in kb.log("takeyuki-arai").entries] == [
        "declare takeyuki-arai person",
        "undo declare takeyuki-arai person",
    ]


def test_an_entry_that_a_person_changed_since_stays(root: Path) -> None:
    kb = KnowledgeBase(root)
    kb.declare("takeyuki-arai")
    edited = (root / ENTITIES).read_text().replace("type: person", "type: person, aliases: [Mr. Arai]")
    (root / ENTITIES).write_text(edited)
    assert kb.undo() == Declared("takeyuki-arai", "person", taken_back=True, changed=False)
    assert (root / ENTITIES).read_text() == edited


def test_a_type_that_nothing_tells_or_no_pack_knows_is_asked_for(root: Path) -> None:
    kb = KnowledgeBase(root)
    with pytest.raises(KbError, match=r"no pack of this base knows a type «robot»; pass --type with one of .*company"):
        kb.declare("takeyuki-arai", "robot")
    with pytest.raises(KbError, match=r"is declared already, in companies/entities\.yaml"):
        kb.declare("japan")
    assert not (root / ENTITIES).exists()


@pytest.mark.parametrize(
    "before",
    [
        "",
        "format: 1\nentities:\n",
        "# ours\nformat: 1\nentities:\n    a: {name: A, type: person}  # four spaces\n",
        "format: 1\nentities:\n\n  # first\n  a:\n    name: A\n    type: person",
        "entities:\n  a: {name: A, type: person}\n# the end\n",
    ],
)
def test_adding_and_dropping_leaves_every_byte(tmp_path: Path, before: str) -> None:
    path = tmp_path / ENTITIES
    path.parent.mkdir()
    if before:
        path.write_text(before)
    added = add_entity(tmp_path, "no", 'An "odd": name', "person")
    assert path.read_text() == before + added
    assert drop_entity(tmp_path, added)
    assert (path.read_text() if before else path.exists()) == (before or False)
    assert not drop_entity(tmp_path, added)


@pytest.mark.parametrize("before", ["format: 1\nentities: {a: {name: A, type: person}}\n", "- a\n"])
def test_a_file_that_takes_no_line_is_left_with_advice(tmp_path: Path, before: str) -> None:
    path = tmp_path / ENTITIES
    path.parent.mkdir()
    path.write_text(before)
    with pytest.raises(InputError):
        add_entity(tmp_path, "b", "B", "person")
    assert path.read_text() == before


@given(name=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20))
def test_any_name_can_be_declared(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    root = tmp_path_factory.mktemp("any")
    added = add_entity(root, "x", name, "person")
    assert drop_entity(root, added)
