"""Results on a screen: what is counted, what is left out, what is told besides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from leica_kb.kb import Names, Source
from leica_kb.kb.answers.builds import BuildReport, SourceBuild
from leica_kb.kb.answers.lists import FindingList, Proof, ProofList
from leica_kb.kb.answers.told import Told
from leica_kb.model import Claim, EntityValue, Finding, Metadata, Problem, Span, Verification
from leica_kb.query import Answer, AnswerGroup
from leica_kb.render.answers import answer_blocks
from leica_kb.render.findings import finding_list
from leica_kb.render.linting import problem_list
from leica_kb.render.plain import draw_plain
from leica_kb.render.proofs import build_blocks, proof_list

NAMES = Names(sources={"a": Source("a", "seeds/a.txt", "0", Metadata(title="A Title"))})
CLAIMS = tuple(
    Claim(f"c-{at}", "a", "sigma", "made_in", EntityValue("japan"), f"made in Japan {at}", at * 20, at * 20 + 15)
    for at in range(5)
)
FINDING = Finding("f-1", "value", "tension", ("c-0", "c-1", "c-2", "c-3", "gone"), ("c-4",), "rule", "They differ.")


def test_yes_or_no_comes_first_and_long_evidence_is_counted() -> None:
    answer = Answer(
        "q", {}, True, (AnswerGroup("yes", CLAIMS, ("f-1",), 2), AnswerGroup("no", CLAIMS[:1])), verdict="disputed"
    )
    drawn = draw_plain(answer_blocks(Told(answer, (FINDING,), NAMES)), 80)
    assert drawn.startswith("Disputed: 5 claims say yes, 1 no\nYes: sigma: made in japan  (2 independent witnesses)\n")
    assert "  and 2 more: c-3, c-4\n" in drawn
    assert "  tension f-1 They differ.\n" in drawn


def test_a_no_without_anything_near() -> None:
    answer = Answer("q", {}, False, message="the corpus does not say: nothing")
    assert draw_plain(answer_blocks(Told(answer, (), NAMES)), 80) == "The corpus does not say: nothing.\n"


def test_findings_count_what_they_leave_out() -> None:
    claims = {claim.id: claim for claim in CLAIMS}
    note = replace(
        FINDING, id="f-2", severity="note", decision="explained", reasons=("scope",), clash={"c-4": (Span(80, 84),)}
    )
    drawn = draw_plain(finding_list(FindingList((FINDING, note), claims, NAMES, notes=1, decided=2)), 80)
    assert "    and 1 more\n" in drawn
    assert "  ruled: explained\n" in drawn
    assert "“*made* in Japan 4”" in drawn
    assert drawn.endswith("1 finding, 1 note, 1 note more under --all, 2 decided\n")


def test_proofs_are_counted_by_status() -> None:
    moved = Proof(CLAIMS[0], Verification("c-0", "moved", 1, 2), "claims/a.yaml", None)
    exact = Proof(CLAIMS[1], Verification("c-1", "exact", 1, 2), "claims/a.yaml", 3)
    assert draw_plain(proof_list(ProofList((moved, exact), NAMES)), 80) == (
        "moved c-0 claims/a.yaml\n  “made in Japan 0”\n2 claims: 1 exact, 1 moved\n"
    )
    assert draw_plain(proof_list(ProofList((), NAMES)), 80) == "no claims yet\n"


def test_a_build_tells_what_it_did_and_what_is_wrong() -> None:
    done = SourceBuild("a", read=True, proposed=2, new=("c-1",), kept=3, changed=("c-2",))
    problem = Problem("KB103", "file-unreadable", "not YAML", Path("claims/b.yaml"), 3)
    assert draw_plain(build_blocks(BuildReport((done,), 0, (problem,))), 80) == (
        "a: 2 proposed, 1 new, 3 kept, nothing to write\n"
        "  changed: c-2\n"
        "claims/b.yaml:3: KB103 file-unreadable: not YAML\n"
        "0 loud findings\n"
    )


def test_problems_are_counted() -> None:
    problem = Problem("KB103", "file-unreadable", "not YAML", Path("claims/b.yaml"))
    assert draw_plain(problem_list([problem], 1), 80).endswith("1 problem\n")
