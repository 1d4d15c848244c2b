"""Articles added to the shipped base: what disagrees with it is loud, and what retells it is no new witness."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.lists import FindingList

ROOT = Path(__file__).parents[2]
RETOLD = "000_80d2b20f5697d587"
ARTICLES = {
    "museum": """A Short Visit to Kadoma

The company museum stands beside the railway line, ten minutes on foot from the station. Panasonic was founded in 1918
by Konosuke Matsushita. The first workshop had two rooms and made attachment plugs.
""",
    "teardown": """Inside the M11

We took the camera apart on a quiet afternoon. The sensor in the Leica M11 is made by TowerJazz. It sits behind a thin
cover glass and is held by three screws.
""",
    "north": """Fifty Kilometres North of Porto

Leica opened its factory in Portugal in June 1973. The canteen serves soup at noon, and the workers still polish every
lens by hand.
""",
}
DISAGREEMENTS = (
    ("museum", "founded_in", "Panasonic was founded in 1918"),
    ("teardown", "sensor_supplier", "The sensor in the Leica M11 is made by TowerJazz"),
    ("north", "has_factory_in", "Leica opened its factory in Portugal in June 1973"),
)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """The shipped base with all four articles more, the last one a word-for-word copy that tells nothing of itself."""
    root = tmp_path_factory.mktemp("grown")
    for name in ("seeds", "claims"):
        shutil.copytree(ROOT / name, root / name)
    for name, text in ARTICLES.items():
        (root / "seeds" / f"{name}.txt").write_text(text)
        (root / "seeds" / f"{name}.yaml").write_text(f"publisher: The {name.title()} Gazette\n")
    shutil.copy(root / "seeds" / f"{RETOLD}.txt", root / "seeds" / "copied.txt")
    (root / "seeds" / "copied.yaml").write_text("publisher: The Copied Gazette\n")
    kb = KnowledgeBase(root)
    kb.build()
    return kb


@pytest.fixture(scope="module")
def findings(grown: KnowledgeBase) -> FindingList:
    return grown.contradictions()


@pytest.mark.parametrize(("source", "predicate", "words"), DISAGREEMENTS, ids=lambda value: value.split()[0])
def test_an_article_that_disagrees_is_loud(findings: FindingList, source: str, predicate: str, words: str) -> None:
    loud = [f for f in findings.findings if f.slot["predicate"] == predicate]
    sides = [{findings.claims[name].source for name in side} for f in loud for side in (f.left, f.right)]
    quotes = [claim.quote for claim in findings.claims.values() if claim.source == source]
    assert {source} in sides
    assert any(quote in words or words in quote for quote in quotes)


def test_a_copy_is_the_same_witness(grown: KnowledgeBase) -> None:
    table = grown.compare("leica-m11-series", "sensor_supplier")
    assert {RETOLD, "copied"} <= set(table.sources)
    told = {saying.words: saying for row in table.rows for saying in row.sayings if "copied" in saying.sources}
    assert {saying.witnesses for saying in told.values()} == {1}


def test_a_copy_disagrees_with_nobody(findings: FindingList) -> None:
    loud = [f for f in findings.findings if "copied" in {findings.claims[n].source for n in (*f.left, *f.right)}]
    for finding in loud:
        sources = {findings.claims[name].source for name in (*finding.left, *finding.right)}
        assert not sources <= {RETOLD, "copied"}, finding.explanation


WORDINGS = {
    "founded_in": (
        "Founded in 1918, Panasonic is one of the oldest electronics makers of Japan.",
        "Konosuke Matsushita started Panasonic in 1918 with his wife and his brother-in-law.",
        "Panasonic, which was established in 1918, celebrated its hundredth birthday in 2018.",
        "In 1918, Konosuke Matsushita founded Panasonic.",
    ),
    "sensor_supplier": (
        "The sensor in the Leica M11 comes from Samsung.",
        "TowerJazz supplies the image sensor of the Leica M11.",
        "For the M11, Leica buys its sensor from Canon.",
        "Samsung, not Sony, makes the sensor of the M11.",
    ),
    "has_factory_in": (
        "The Leica factory in Portugal opened in 1973.",
        "In 1973, Leica opened a plant in Portugal.",
        "The new Leica factory in Portugal was inaugurated in 2011.",
        "Leica's Portuguese factory opened its doors in 1973.",
    ),
}


def test_the_same_disagreements_in_other_words_are_loud_as_well(tmp_path: Path) -> None:
    for name in ("seeds", "claims"):
        shutil.copytree(ROOT / name, tmp_path / name)
    told = {f"visit-{p}-{n}": (p, words) for p, said in WORDINGS.items() for n, words in enumerate(said)}
    for name, (_, words) in told.items():
        (tmp_path / "seeds" / f"{name}.txt").write_text(f"A Visit\n\nThe rooms were warm. {words} We had coffee.\n")
        (tmp_path / "seeds" / f"{name}.yaml").write_text(f"publisher: The {name} Gazette\n")
    kb = KnowledgeBase(tmp_path)
    kb.build()
    found = kb.contradictions()
    loud = {
        (found.claims[name].source, finding.slot["predicate"])
        for finding in found.findings
        for name in (*finding.left, *finding.right)
    }
    assert {(name, predicate) for name, (predicate, _) in told.items()} <= loud
