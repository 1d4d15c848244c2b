"""Ruling on findings from the command line: what is printed, what leaves the report, how commands end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Runner


@pytest.fixture(autouse=True)
def wide(leica: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")


@pytest.fixture
def finding(leica: Runner) -> str:
    (found,) = json.loads(leica("contradictions", "--json")[1])
    return str(found["id"])


def test_a_verdict_takes_a_finding_out_of_the_report_and_undo_brings_it_back(leica: Runner, finding: str) -> None:
    code, out, err = leica("decide", finding, "real", "--because", "the registry says so")
    assert (code, err) == (0, "")
    assert out == f"{finding}: real (1 pair of claims); to take it back: leica-kb undo\n"
    assert leica("contradictions")[1] == "0 findings, 1 decided\n"
    assert leica("contradictions", "--fail-on", "any")[0] == 0
    assert "ruled: real" in leica("contradictions", "--decided")[1]
    assert leica("undo")[1] == f"taken back: the ruling on {finding} (1 pair of claims)\n"
    assert leica("contradictions")[1].endswith("1 finding\n")
    assert leica("contradictions", "--fail-on", "contradiction")[0] == 1


def test_rulings_as_json(leica: Runner, finding: str) -> None:
    told = json.loads(leica("decide", finding, "undecided", "--because", "no source", "--json")[1])
    assert told == {"finding": finding, "verdict": "undecided", "pairs": 1, "kept": 0}
    assert json.loads(leica("undo", finding, "--json")[1])["verdict"] is None


def test_the_log_tells_who_ruled_what_and_why(leica: Runner, finding: str) -> None:
    leica("decide", finding, "explained", "--because", "two companies")
    out = leica("log")[1]
    assert f"decide {finding} explained because two companies" in " ".join(out.split())
    assert out.endswith("1 entry\n")
    (entry,) = json.loads(leica("log", finding, "--json")[1])
    assert entry["why"] == "two companies"


def test_a_broken_line_of_the_log_is_told_beside_the_others(leica: Runner, finding: str, base: Path) -> None:
    leica("decide", finding, "real", "--because", "yes")
    with (base / "claims" / "log.jsonl").open("a") as file:
        file.write("nonsense\n")
    code, out, err = leica("log")
    assert code == 0
    assert out.endswith("1 entry\n")
    assert "claims/log.jsonl:2: KB110" in err


def test_stats_measure_each_kind(leica: Runner, finding: str) -> None:
    assert "not measured" in leica("contradictions", "--stats")[1]
    leica("decide", finding, "real", "--because", "yes")
    assert "1.00 (n = 1)" in leica("contradictions", "--stats")[1]
    (row,) = json.loads(leica("contradictions", "--stats", "--json")[1])
    assert (row["kind"], row["real"], row["precision"]) == ("date", 1, 1.0)


def test_why_a_ruled_finding_is_open_again_stands_in_it(leica: Runner, finding: str, base: Path) -> None:
    leica("decide", finding, "real", "--because", "yes")
    file = base / "claims" / "blog.yaml"
    file.write_text(file.read_text().replace('{date: "1971"}', '{date: "1972"}'))
    out = leica("contradictions")[1]
    assert "open again because: claim c-776073c928a1 has changed since it was judged" in out
    assert "softer because" not in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("decide", "f-0", "real"), "Missing option '--because'"),
        (("decide", "f-0", "wrong", "--because", "x"), "'wrong' is not one of"),
        (("decide", "f-0", "real", "--because", "x"), "no finding «f-0» in this base"),
        (("undo",), "no ruling stands in the log"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(leica: Runner, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = leica(*arguments)
    assert (code, out) == (2, "")
    assert told in " ".join(err.split())


def test_a_comparison_says_who_agrees(leica: Runner) -> None:
    out = " ".join(leica("compare", "sigma")[1].split())
    assert "different" in out
    (row,) = json.loads(leica("compare", "sigma", "based_in", "--json")[1])
    assert (row["agreement"], [saying["witnesses"] for saying in row["sayings"]]) == ("equal", [2])


def test_a_claim_s_card_shows_what_was_ruled_on_it_and_when(leica: Runner, finding: str) -> None:
    (found,) = json.loads(leica("contradictions", "--json")[1])
    leica("decide", finding, "explained", "--because", "two companies")
    card = " ".join(leica("show", found["left"][0])[1].split())
    assert "Ruled: explained." in card
    assert f"decide {finding} explained because two companies" in card
    told = json.loads(leica("show", found["right"][0], "--json")[1])
    assert [entry["why"] for entry in told["history"]] == ["two companies"]
