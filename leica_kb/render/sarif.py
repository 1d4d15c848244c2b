"""Findings and problems as SARIF 2.1.0, the form that code hosts and editors show beside the lines concerned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from leica_kb import __version__
from leica_kb.model import Finding, Problem
from leica_kb.model.finding import Severity

if TYPE_CHECKING:
    from leica_kb.kb.answers.lists import FindingList, Proof
    from leica_kb.kb.checking.codes import Code

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final[Mapping[Severity, str]] = {"contradiction": "error", "tension": "warning", "note": "note"}


def findings_to_sarif(found: FindingList, proofs: Iterable[Proof]) -> dict[str, Any]:
    """One result for each finding: its first claim is the place, the others are related places."""
    places = {proof.claim.id: _location(proof.path, proof.line, proof.claim.quote) for proof in proofs}
    results = [_result(finding, places) for finding in found.findings]
    return _log(results, sorted({finding.kind for finding in found.findings}))


def _result(finding: Finding, places: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    sides = [places[name] for name in (*finding.left, *finding.right) if name in places]
    ruled = {"suppressions": [{"kind": "external", "justification": finding.decision}]} if finding.decision else {}
    return {
        "ruleId": finding.kind,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.explanation},
        "locations": sides[:1],
        "relatedLocations": sides[1:],
        "partialFingerprints": {"finding/v1": finding.id},
        **ruled,
    }


def problems_to_sarif(problems: Sequence[Problem], codes: Mapping[str, Code]) -> dict[str, Any]:
    """One result for each problem; each rule tells what it means and how it is mended."""
    results = [
        {
            "ruleId": problem.code,
            "level": "note" if codes[problem.code].note else "error",
            "message": {"text": f"{problem.kind}: {problem.message}"},
            "locations": [_location(problem.path.as_posix(), problem.line)],
        }
        for problem in problems
    ]
    log = _log(results, ())
    log["runs"][0]["tool"]["driver"]["rules"] = [_rule(codes[name]) for name in sorted({p.code for p in problems})]
    return log


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.code,
        "name": code.kind,
        "shortDescription": {"text": code.means},
        "help": {"text": code.repair},
    }


def _log(results: Sequence[Mapping[str, Any]], rules: Sequence[str]) -> dict[str, Any]:
    driver = {"name": "leica-kb", "version": __version__, "rules": [{"id": rule} for rule in rules]}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": list(results)}]}


def _location(path: str, line: int | None, words: str = "") -> dict[str, Any]:
    region = {"region": {"startLine": line}} if line else {}
    message = {"message": {"text": words}} if words else {}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(path)}, **region}, **message}
