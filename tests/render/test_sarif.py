"""SARIF: what the standard asks of the objects that are written, and that each result leads to its claims."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from leica_kb.kb import KnowledgeBase
from leica_kb.kb.checking.codes import load_codes
from leica_kb.model import Problem
from leica_kb.render.sarif import findings_to_sarif, problems_to_sarif

SCHEMA: Final = Path(__file__).parents[1] / "data" / "sarif-2.1.0-in-use.json"
"""The standard's schema cut down to what is written here: a property that it does not name is a fault."""


def faults(log: Mapping[str, Any]) -> list[str]:
    """Where a log breaks the standard, each fault with its place."""
    jsonschema = pytest.importorskip("jsonschema", reason="comes with the test extra")
    validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text()))
    return sorted(f"{error.json_path}: {error.message}" for error in validator.iter_errors(log))


@pytest.fixture
def log(base: Path) -> dict[str, Any]:
    kb = KnowledgeBase(base)
    return findings_to_sarif(kb.contradictions(notes=True), kb.verify().proofs)


def test_findings_keep_to_the_standard(log: dict[str, Any]) -> None:
    assert faults(log) == []
    assert log["version"] == "2.1.0"
    assert {result["ruleId"] for result in log["runs"][0]["results"]} == {"date"}


def test_a_result_leads_to_the_lines_of_its_claims(base: Path, log: dict[str, Any]) -> None:
    (result,) = log["runs"][0]["results"]
    for place in (*result["locations"], *result["relatedLocations"]):
        physical = place["physicalLocation"]
        lines = (base / physical["artifactLocation"]["uri"]).read_text().splitlines()
        assert lines[physical["region"]["startLine"] - 1].startswith("  - ")
        assert place["message"]["text"] in "\n".join(lines)
    assert len(result["relatedLocations"]) == 1


def test_a_ruled_finding_is_suppressed_with_its_verdict(base: Path) -> None:
    kb = KnowledgeBase(base)
    (finding,) = kb.contradictions().findings
    kb.decide(finding.id, "explained", "two companies")
    log = findings_to_sarif(kb.contradictions(decided=True), kb.verify().proofs)
    assert faults(log) == []
    (result,) = log["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "explained"}]


def test_problems_keep_to_the_standard_whatever_their_files_are_called() -> None:
    log = problems_to_sarif(
        [
            Problem("KB101", "kind", "message", Path("claims/a b ü.yaml"), 3),
            Problem("KB102", "kind", "no line", Path("a")),
        ],
        load_codes(),
    )
    assert faults(log) == []
    result, _ = log["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "claims/a%20b%20%C3%BC.yaml"


def test_the_check_itself_sees_what_is_wrong(log: dict[str, Any]) -> None:
    (result,) = log["runs"][0]["results"]
    result["level"], result["colour"] = "loud", "red"
    del result["message"]
    result["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert {fault.split(":")[0].removeprefix("$.runs[0].results[0]") for fault in faults(log)} == {
        "",
        ".level",
        ".locations[0].physicalLocation.region.startLine",
    }
    assert len(faults(log)) == 4
