"""SARIF: what the standard asks of the objects that are written, and that each result leads to its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from leica_kb.kb import KnowledgeBase
from leica_kb.kb.codes import load_codes
from leica_kb.model import Problem
from leica_kb.render.sarif import findings_to_sarif, problems_to_sarif

SHAPES: Final[Mapping[str, tuple[Mapping[str, str], frozenset[str]]]] = {
    "log": ({"$schema": "str", "version": "str", "runs": "[run]"}, frozenset({"version", "runs"})),
    "run": ({"tool": "tool", "results": "[result]"}, frozenset({"tool"})),
    "tool": ({"driver": "driver"}, frozenset({"driver"})),
    "driver": ({"name": "str", "version": "str", "rules": "[rule]"}, frozenset({"name"})),
    "rule": ({"id": "str", "name": "str", "shortDescription": "message", "help": "message"}, frozenset({"id"})),
    "result": (
        {
            "ruleId": "str",
            "level": "level",
            "message": "message",
            "locations": "[location]",
            "relatedLocations": "[location]",
            "partialFingerprints": "texts",
            "suppressions": "[suppression]",
        },
        frozenset({"message"}),
    ),
    "message": ({"text": "str"}, frozenset({"text"})),
    "location": ({"physicalLocation": "place", "message": "message"}, frozenset()),
    "place": ({"artifactLocation": "artifact", "region": "region"}, frozenset({"artifactLocation"})),
    "artifact": ({"uri": "uri"}, frozenset({"uri"})),
    "region": ({"startLine": "line"}, frozenset({"startLine"})),
    "suppression": ({"kind": "suppressed", "justification": "str"}, frozenset({"kind"})),
}
"""The objects of SARIF 2.1.0 (OASIS, section 3) that are written here: their properties and the required ones.

The standard's schema allows no property that it does not name; the list is the part of it that is in use.
"""
VALUES: Final[Mapping[str, str]] = {
    "level": "none|note|warning|error",
    "suppressed": "inSource|external",
    "uri": r"[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+",
    "str": r"(?s).+",
}


def _faults(value: Any, shape: str, at: str = "$") -> Iterator[str]:
    """Where a value breaks the standard."""
    if shape.startswith("["):
        for number, item in enumerate(value):
            yield from _faults(item, shape[1:-1], f"{at}[{number}]")
    elif shape in SHAPES:
        known, required = SHAPES[shape]
        yield from (f"{at}: {name} is missing" for name in sorted(required - value.keys()))
        yield from (f"{at}: {name} is no property" for name in sorted(value.keys() - known.keys()))
        for name in sorted(value.keys() & known.keys()):
            yield from _faults(value[name], known[name], f"{at}.{name}")
    elif not _fits(value, shape):
        yield f"{at}: {value!r} is no {shape}"


def _fits(value: Any, shape: str) -> bool:
    if shape == "line":
        return type(value) is int and value >= 1
    if shape == "texts":
        return all(isinstance(text, str) for text in value.values())
    return isinstance(value, str) and re.fullmatch(VALUES[shape], value) is not None


@pytest.fixture
def log(base: Path) -> dict[str, Any]:
    kb = KnowledgeBase(base)
    return findings_to_sarif(kb.contradictions(notes=True), kb.verify().proofs)


def test_findings_keep_to_the_standard(log: dict[str, Any]) -> None:
    assert list(_faults(log, "log")) == []
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
    assert list(_faults(log, "log")) == []
    (result,) = log["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "explained"}]


def test_problems_keep_to_the_standard_whatever_their_files_are_called() -> None:
    log = problems_to_sarif([Problem("KB101", "kind", "message", Path("claims/a b ü.yaml"), 3)], load_codes())
    assert list(_faults(log, "log")) == []
    (result,) = log["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "claims/a%20b%20%C3%BC.yaml"


def test_the_check_itself_sees_what_is_wrong(log: dict[str, Any]) -> None:
    (result,) = log["runs"][0]["results"]
    result["level"], result["colour"] = "loud", "red"
    del result["message"]
    result["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(list(_faults(log, "log"))) == 4
