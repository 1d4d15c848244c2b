"""Commands on names: listed with evidence, ruled on, taken back; wrong use says what is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Runner

CLAIMS = """format: 1
source: extra
claims:
  - {subject: takeyuki-arai, predicate: holds_role, object: {entity: tamron}, quote: Takeyuki Arai runs Tamron}
  - {subject: takeyuki-araii, predicate: holds_role, object: {entity: tamron}, quote: Takeyuki Araii runs Tamron}
"""


@pytest.fixture(autouse=True)
def _two_spellings(base: Path) -> None:
    (base / "seeds" / "extra.txt").write_text("Takeyuki Arai runs Tamron. Takeyuki Araii runs Tamron.\n")
    (base / "seeds" / "extra.yaml").write_text("publisher: Extra\n")
    (base / "claims" / "extra.yaml").write_text(CLAIMS)


def test_names_are_listed_with_the_words_that_use_them_and_the_command_that_rules(leica: Runner) -> None:
    assert leica("build")[0] == 0
    code, out, _ = leica("names")
    assert code == 0
    assert "takeyuki-arai – takeyuki-araii: almost the same letters" in out
    assert "“Takeyuki Araii runs Tamron”" in out
    assert 'leica-kb decide takeyuki-arai takeyuki-araii same --because "…"' in " ".join(out.split())
    assert "Declared nowhere" in out


def test_names_have_a_machine_form(leica: Runner) -> None:
    leica("build")
    found = json.loads(leica("names", "takeyuki-arai", "--json")[1])
    (pair,) = found["suggestions"]
    assert (pair["names"], pair["kind"]) == (["takeyuki-arai", "takeyuki-araii"], "spelling")
    assert pair["left"]["uses"][0]["quote"] == "Takeyuki Arai runs Tamron"
    assert [entry["id"] for entry in found["proposals"]] == ["takeyuki-arai"]


def test_undeclared_names_come_as_entries_of_the_entities_file(leica: Runner) -> None:
    leica("build")
    entries = yaml.safe_load("entities:\n" + leica("names", "--format", "yaml")[1])["entities"]
    assert entries["takeyuki-arai"] == {"name": "Takeyuki Arai", "type": "person"}


def test_a_ruling_is_told_listed_and_taken_back(leica: Runner) -> None:
    leica("build")
    code, out, _ = leica("decide", "Takeyuki Arai", "takeyuki-araii", "same", "--because", "a slip")
    assert code == 0
    assert "takeyuki-arai and takeyuki-araii: same, takeyuki-araii stands for both" in " ".join(out.split())
    assert "a slip" in leica("names", "--all")[1]
    assert "ruled the same: takeyuki-arai" in leica("show", "takeyuki-arai")[1]
    _, out, err = leica("export", "subject:takeyuki-arai")
    assert {json.loads(line)["subject"] for line in out.splitlines()} == {"takeyuki-arai", "takeyuki-araii"}
    assert "takeyuki-arai is ruled the same as takeyuki-araii" in err
    assert leica("undo", "Takeyuki Arai")[1].startswith("taken back: the ruling on takeyuki-arai and takeyuki-araii")
    assert " ".join(leica("log", "takeyuki-araii")[1].split()).count("takeyuki-arai takeyuki-araii same") == 2


def test_a_ruling_in_json(leica: Runner) -> None:
    leica("build")
    done = json.loads(leica("decide", "takeyuki-arai", "takeyuki-araii", "different", "--because", "x", "--json")[1])
    assert done == {
        "names": ["takeyuki-arai", "takeyuki-araii"],
        "verdict": "different",
        "entity": None,
        "changed": True,
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("takeyuki-arai", "takeyuki-aria", "same"), "did you mean"),
        (("takeyuki-arai", "takeyuki-araii", "real"), "verdicts are same, different, unsure"),
        (("takeyuki-arai", "takeyuki-araii", "tamron", "same"), "one finding, or two names"),
        (("f-000000000000", "same"), "go with two names: decide NAME NAME same"),
        (("f-000000000000", "real", "--until", "2008"), "go with two names: decide NAME NAME same"),
    ],
)
def test_wrong_use_says_what_is_right(leica: Runner, words: tuple[str, ...], told: str) -> None:
    leica("build")
    code, _, err = leica("decide", *words, "--because", "x")
    assert code == 2
    assert told in " ".join(err.split())


def test_nothing_to_take_back_on_a_name(leica: Runner) -> None:
    code, _, err = leica("undo", "takeyuki-arai", "tamron")
    assert code == 2
    assert "no ruling on takeyuki-arai and tamron stands in the log" in err


def test_a_surname_of_several_people_is_told_with_all_of_them(leica: Runner, base: Path) -> None:
    rows = "".join(
        f"  - {{subject: {who}, predicate: holds_role, object: {{entity: tamron}}, quote: {quote}}}\n"
        for who, quote in (("arai", "Arai led Tamron"), ("emi-arai", "Emi Arai runs Tamron"))
    )
    (base / "seeds" / "extra.txt").write_text("Takeyuki Arai runs Tamron. Emi Arai runs Tamron. So: Arai led Tamron.\n")
    (base / "claims" / "extra.yaml").write_text("\n".join(CLAIMS.splitlines()[:-1]) + f"\n{rows}")
    leica("build")
    out = leica("names")[1]
    assert "arai: a surname that 2 people here have" in out
    assert 'leica-kb decide arai emi-arai same --because "…"' in out
    assert 'leica-kb decide arai takeyuki-arai same --because "…"' in out
    assert "0 pairs to rule on, 1 surname of several people" in out
