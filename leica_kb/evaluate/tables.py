"""The figures as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from leica_kb.evaluate.constructions import ConstructionScore, SuiteScore
from leica_kb.evaluate.passages import PropertyScore
from leica_kb.evaluate.ratio import Ratio
from leica_kb.evaluate.scoring import By, ClaimScore


def claims_table(score: ClaimScore) -> str:
    """The figures of a run against gold claims."""
    rows = [
        ("precision", score.precision),
        ("recall of the core", score.recall),
        ("F1", f"{score.f1:.2f}"),
        ("right speaker, of the matched", score.attribution),
        ("modality recall, of the matched not plainly asserted", score.modality_recall),
        ("modality precision", score.modality_precision),
        ("median quote length over the gold's", f"{score.quote_length:.2f}"),
        ("junk: claims on words from which a reader takes none", score.junk),
    ]
    return table(("measure", "figure"), rows)


def shares_table(score: ClaimScore, by: By) -> str:
    """Precision and recall by predicate, source or topic."""
    return table(
        (by, "precision", "recall"), ((s.name or "(none in the gold)", s.precision, s.recall) for s in score.by(by))
    )


def suite_table(score: SuiteScore) -> str:
    """The suite by construction, the tuned part beside the held-out one, totals last."""
    held_out = {row.name: row for row in (*score.held_out, score.held_out_total)}
    names = list(dict.fromkeys(row.name for row in (*score.tuned, *score.held_out)))
    tuned = {row.name: row for row in score.tuned}
    rows = [(name, *_cells(tuned.get(name)), *_cells(held_out.get(name))) for name in names]
    rows.append(("**all**", *_cells(score.tuned_total), *_cells(score.held_out_total)))
    parts = ("found", "exact", "junk", "silent")
    return table(("construction", *(f"{p}, tuned" for p in parts), *(f"{p}, held out" for p in parts)), rows)


def properties_table(scores: Sequence[PropertyScore], exact: Sequence[PropertyScore]) -> str:
    """Precision, recall and F1 by property, with the exact F1 beside."""
    strict = {score.name: f"{score.f1:.2f}" for score in exact}
    rows = ((s.name, s.precision, s.recall, f"{s.f1:.2f}", strict.get(s.name, "–")) for s in scores)
    return table(("property", "precision", "recall", "F1", "F1, exact spans"), rows)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; every share shows what it was counted from."""
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _cells(score: ConstructionScore | None) -> tuple[Ratio | str, ...]:
    if score is None:
        return ("–",) * 4
    return score.found, score.exact, score.junk, score.silence
