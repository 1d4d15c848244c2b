"""The pack that docs/packs.md shows: the document is true to its files, and the pack reads what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from leica_kb.extract import Extractor
from leica_kb.model import NumberValue
from leica_kb.packs import load_packs
from tests.extract.saying import Reader

HOME = Path(__file__).parent / "bridges"
DOCUMENT = Path(__file__).parents[2] / "docs" / "packs.md"


@pytest.fixture(scope="module")
def bridges() -> Reader:
    pack, problems = load_packs([str(HOME)])
    assert problems == ()
    return Reader(Extractor.of(pack))


@pytest.mark.parametrize("file", sorted(HOME.glob("*.yaml")), ids=lambda path: path.name)
def test_the_document_shows_the_files_as_they_are(file: Path) -> None:
    shown = f"`{file.name}`\n\n```yaml\n{file.read_text(encoding='utf-8')}```"
    assert shown in DOCUMENT.read_text(encoding="utf-8")


READ = [
    ("The Maria Pia Bridge was designed by Gustave Eiffel.", "maria-pia-bridge designed_by gustave-eiffel"),
    ("Gustave Eiffel designed the Maria Pia Bridge.", "maria-pia-bridge designed_by gustave-eiffel"),
    ("The Maria Pia Bridge, which Gustave Eiffel designed, is old.", "maria-pia-bridge designed_by gustave-eiffel"),
    ("The architect of the Arrabida Bridge is Edgar Cardoso.", "arrabida-bridge designed_by edgar-cardoso"),
    ("The Luiz Bridge crosses the Douro.", "luiz-bridge crosses douro"),
    ("Perhaps the Luiz Bridge does not cross the Douro.", "- luiz-bridge crosses douro"),
    ("The Luiz Bridge was opened in 1886.", "luiz-bridge opened_in 1886"),
    ("The Luiz Bridge cost $500,000.", "luiz-bridge cost 500000 USD"),
    ("The Luiz Bridge stands in Porto.", "luiz-bridge lies_in porto"),
    ("The Luiz Bridge was built of puddled iron.", "luiz-bridge made_of «wrought iron»"),
    ("The Luiz Bridge is a stone bridge.", "luiz-bridge made_of «stone»"),
    ("The Luiz Bridge is the second-largest bridge in Portugal.", "luiz-bridge size_rank portugal"),
    ("Luiz Bridge\n\n- Architect: Gustave Eiffel\n", "luiz-bridge designed_by gustave-eiffel"),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_what_the_pack_reads(bridges: Reader, text: str, said: str) -> None:
    assert bridges.says(text) == {said}


@pytest.mark.parametrize(
    "text",
    ["The Luiz Bridge was built of necessity.", "Does the Luiz Bridge cross the Douro?", "The Luiz Bridge is old."],
)
def test_what_it_does_not(bridges: Reader, text: str) -> None:
    assert bridges.says(text) == set()


def test_the_rank_is_a_qualifier(bridges: Reader) -> None:
    [claim] = bridges.claims("The Luiz Bridge is the second-largest bridge in Portugal.")
    assert claim.qualifiers == {"rank": 2}


RULE = "frames:\n  - {{id: t, predicate: said, {rule}}}\n"
YARD = "verb: [open], subject: [agent], object: ['patient~:place']"
LANGUAGE = [
    ("verb: [open], subject: [agent], object: [patient]", "Acme opened Rialto in Porto.", {"acme said rialto"}),
    ("verb: [open], subject: [patient], object: [in]", "Acme opened Rialto in Porto.", {"rialto said porto"}),
    ("verb: [open], subject: [patient], object: [in]", "Acme opened the yard of Porto.", set()),
    (YARD, "Acme opened a yard of Porto.", {"acme said porto"}),
    ("verb: [open], subject: [agent], object: ['text:patient']", "Acme opened the old yard.", {"acme said «old yard»"}),
    ("verb: [open], subject: [agent], object: ['=opened']", "Acme opened the old yard.", {"acme said «opened»"}),
    ("verb: [open], subject: [agent], object: ['@date']", "Acme opened the yard in 1990.", {"acme said 1990"}),
    (YARD + ", when: {patient: [yards]}", "Acme opened a yard in Porto.", {"acme said porto"}),
    (YARD + ", when: {patient: [yards]}", "Acme opened a shop in Porto.", set()),
    (YARD + ", unless: {patient: [yards]}", "Acme opened a yard in Porto.", set()),
    (YARD + ", unless: {patient: [yards]}", "Acme opened a shop of Porto.", {"acme said porto"}),
    (YARD + ", when: {patient.mod: ['=old']}", "Acme opened an old yard in Porto.", {"acme said porto"}),
    (YARD + ", when: {patient.mod: ['=old']}", "Acme opened a new yard in Porto.", set()),
    (YARD + ", when: {patient: [any]}, polarity: denied", "Acme opened a yard in Porto.", {"- acme said porto"}),
    ("noun: [yard], subject: ['clause.agent'], object: [in]", "Acme praises the yard in Porto.", {"acme said porto"}),
    ("noun: [yard], subject: [haver], object: [in]", "Acme has a yard in Porto.", {"acme said porto"}),
    ("noun: [yard], subject: [of], object: [in]", "Acme's yard in Porto burned.", {"acme said porto"}),
    ("noun: [yard], subject: [of], object: [in]", "The yard in Porto burned.", set()),
    ("verb: [set up], subject: [agent], object: [patient]", "Acme set up Rialto.", {"acme said rialto"}),
    ("adjective: [loyal], subject: [is], object: [to]", "Acme is loyal to Rialto.", {"acme said rialto"}),
    (YARD.replace("agent", "dropped"), "News of Acme\n\nOpened a yard in Porto.", {"acme said porto"}),
    (YARD.replace("agent", "dropped"), "News of Acme\n\nRialto opened a yard in Porto.", set()),
    (YARD.replace("agent", "topic"), "News of Acme\n\nThey opened a yard in Porto.", {"acme said porto"}),
    ("key: [seat], subject: [topic], object: ['value:place']", "Acme\n\n- Seat: Porto\n", {"acme said porto"}),
    (
        "key: [seat], subject: [topic], object: ['text:whole']",
        "Acme\n\n- Seat: by the sea\n",
        {"acme said «by the sea»"},
    ),
]


@pytest.mark.parametrize(("rule", "text", "says"), LANGUAGE)
def test_the_language_of_paths(tmp_path: Path, rule: str, text: str, says: set[str]) -> None:
    files = {
        "pack": "name: small\n",
        "predicates": "predicates: {said: {topic: t, subject: [firm], object: [firm, place, text, date]}}\n",
        "entities": "entities:\n  acme: {name: Acme, type: firm}\n  rialto: {name: Rialto, type: firm}\n"
        "  porto: {name: Porto, type: place}\n",
        "patterns": "nouns: {yards: [yard]}\n",
        "frames": RULE.format(rule=rule),
    }
    for name, content in files.items():
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
    pack, problems = load_packs([str(tmp_path)])
    assert problems == ()
    assert Reader(Extractor.of(pack)).says(text) == says


def test_a_quantity_fills_a_slot(tmp_path: Path) -> None:
    frame = "{id: t, predicate: height, adjective: [tall], subject: [is], object: ['trigger:quantity']}"
    files = {
        "pack": "name: small\n",
        "predicates": "predicates: {height: {topic: t, subject: tower, object: quantity}}\n",
        "entities": "entities:\n  rialto: {name: Rialto, type: tower}\n",
        "frames": f"frames:\n  - {frame}\n",
    }
    for name, content in files.items():
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
    [claim] = Reader(Extractor.of(load_packs([str(tmp_path)])[0])).claims("Rialto is 31 metres tall.")
    assert claim.object == NumberValue(31, "m")


def bridges_with_a_doubt(folder: Path, doubts: str) -> Reader:
    """The example pack, its designs put to a doubt."""
    for file in HOME.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        (folder / file.name).write_text(
            text.replace("object: [person, company], says", f"object: [person, company], doubts: {doubts}, says"),
            encoding="utf-8",
        )
    pack, problems = load_packs([str(folder)])
    assert problems == ()
    return Reader(Extractor.of(pack))


@pytest.mark.parametrize(
    ("doubts", "read"), [("[]", {"luiz-bridge designed_by theophile-seyrig"}), ("[tasked]", set())]
)
def test_a_pack_of_any_field_puts_its_predicates_to_a_doubt(tmp_path: Path, doubts: str, read: set[str]) -> None:
    text = "Porto commissioned Théophile Seyrig to design the Luiz Bridge."
    assert bridges_with_a_doubt(tmp_path, doubts).says(text, "designed_by") == read


def test_a_doubt_says_why_nothing_is_claimed(tmp_path: Path) -> None:
    text = "Porto commissioned Théophile Seyrig to design the Luiz Bridge."
    found = bridges_with_a_doubt(tmp_path, "[tasked]").read(text).readings
    assert {reading.refusal for reading in found} == {"deed: another was to do it"}


@pytest.mark.parametrize(("words", "named"), [("[Bridge, Viaduct]", True), ("[Tunnel]", False)])
def test_a_pattern_is_searched_for_where_its_words_stand(tmp_path: Path, words: str, *, named: bool) -> None:
    for file in HOME.glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace(
            "{type: bridge, regex", f"{{type: bridge, words: {words}, regex"
        )
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    pack, problems = load_packs([str(tmp_path)])
    assert problems == ()
    said = Reader(Extractor.of(pack)).says("The Kestrel Bridge was designed by Gustave Eiffel.")
    assert ("kestrel-bridge designed_by gustave-eiffel" in said) is named
