"""Two states of a base compared, claim by claim, finding by finding, article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from leica_kb.corpus import Limits
from leica_kb.kb.answers.changes import ClaimChange, Difference, FieldChange, FindingChange, SourceChange
from leica_kb.kb.answers.names import Names, names_in, spelt
from leica_kb.kb.checking.judging import held_claims, judge_world
from leica_kb.kb.history.revisions import Revision, find_revisions, restore
from leica_kb.kb.world.loading import World, load_world
from leica_kb.model import Claim, Document, Finding, Review
from leica_kb.model.claim import review_to_json

_SAID: Final = ("subject", "predicate", "object", "polarity", "modality", "attribution", "quote")
TREE: Final = "the working tree"
_STANDS: Final = (None, "undecided", "real")
"""Rulings under which a dispute goes on."""


def compare_revisions(root: Path, limits: Limits, asked: str) -> Difference:
    """How the base differs between two commits, or between one and the working tree; raises RevisionError."""
    old, new = find_revisions(root, asked)
    with TemporaryDirectory(prefix="leica-kb-") as folder:
        before = load_world(restore(root, old, Path(folder) / "old"), limits)
        after = load_world(restore(root, new, Path(folder) / "new") if new else root, limits)
        return compare_worlds(before, after, old.label, _label(new))


def _label(revision: Revision | None) -> str:
    return revision.label if revision else TREE


def compare_worlds(before: World, after: World, old: str, new: str) -> Difference:
    """How two loaded states of one base differ."""
    was, now = held_claims(before), held_claims(after)
    same = [(was[name], claim) for name, claim in now.items() if name in was]
    changed = [(one, other, tuple(_said_otherwise(one, other))) for one, other in same]
    silent = [(one, other) for one, other, told in changed if not told]
    disputed, settled = _compare_findings(judge_world(before), judge_world(after), now)
    return Difference(
        old=old,
        new=new,
        came=_in_order(ClaimChange(now[name], why=_why_new(before, name)) for name in now.keys() - was.keys()),
        withdrawn=_in_order(ClaimChange(was[name], why=_why_gone(after, name)) for name in was.keys() - now.keys()),
        reworded=_in_order(ClaimChange(other, one, told) for one, other, told in changed if told),
        reviewed=_in_order(
            ClaimChange(other, one, (_reviewed(one, other),)) for one, other in silent if one.review != other.review
        ),
        disputed=disputed,
        settled=settled,
        sources=tuple(_compare_sources(before.documents, after.documents)),
        shifted=sum(one != other and one.review == other.review for one, other in silent),
        names=_names(before, after),
        unread=(*_unread(before, old), *_unread(after, new)),
    )


def _in_order(changes: Iterable[ClaimChange]) -> tuple[ClaimChange, ...]:
    return tuple(sorted(changes, key=lambda found: (found.claim.source, found.claim.start, found.claim.id)))


def _said_otherwise(one: Claim, other: Claim) -> Iterator[FieldChange]:
    """The fields by which a claim says something else, and the review that came with it."""
    old, new = one.to_json(), other.to_json()
    changes = [FieldChange(key, old[key], new[key]) for key in _SAID if old[key] != new[key]]
    changes += (
        FieldChange(f"{part}.{key}", old[part].get(key), new[part].get(key))
        for part in ("qualifiers", "time")
        for key in sorted({*old[part], *new[part]})
        if old[part].get(key) != new[part].get(key)
    )
    if changes and one.review != other.review:
        changes.append(_reviewed(one, other))
    yield from changes


def _reviewed(one: Claim, other: Claim) -> FieldChange:
    return FieldChange("review", review_to_json(one.review), review_to_json(other.review))


def _why_new(before: World, name: str) -> str:
    return "no longer rejected" if any(claim.id == name for claim in before.claims) else ""


def _why_gone(after: World, name: str) -> str:
    """Why a claim no longer counts: a person rejected it, or it is not there."""
    claim = next((claim for claim in after.claims if claim.id == name), None)
    if claim is None:
        return "removed"
    return ruled_by("rejected", claim.review)


def ruled_by(verdict: str, review: Review) -> str:
    """A verdict with who gave it and why."""
    by = f" by {review.by}" if review.by else ""
    return f"{verdict}{by}" + (f": {review.because}" if review.because else "")


def _compare_findings(
    before: Iterable[Finding], after: Iterable[Finding], now: Mapping[str, Claim]
) -> tuple[tuple[FindingChange, ...], tuple[FindingChange, ...]]:
    """Disputes that came, or that other claims joined; those that ended, and how."""
    was, every = {finding.id: finding for finding in before}, {finding.id: finding for finding in after}
    disputed = []
    for name, finding in every.items():
        known = was.get(name)
        if not _is_disputed(finding):
            continue
        if known is None or not _is_disputed(known):
            disputed.append(FindingChange(finding, "; ".join(finding.reopened)))
        elif joined := sorted({*finding.left, *finding.right} - {*known.left, *known.right}):
            disputed.append(FindingChange(finding, f"joined by {', '.join(joined)}"))
    settled = [
        FindingChange(finding, _how_settled(finding, every.get(name), now))
        for name, finding in was.items()
        if _is_disputed(finding) and (name not in every or not _is_disputed(every[name]))
    ]
    return tuple(disputed), tuple(settled)


def _is_disputed(finding: Finding) -> bool:
    return finding.severity != "note" and finding.decision in _STANDS


def _how_settled(was: Finding, now: Finding | None, held: Mapping[str, Claim]) -> str:
    if now is not None and now.decision not in _STANDS:
        return f"ruled {now.decision}"
    if now is not None:
        return "; ".join(("only a note now", *now.reasons))
    gone = [name for name in (*was.left, *was.right) if name not in held]
    return f"{', '.join(gone)} withdrawn" if gone else "its claims no longer clash"


def _compare_sources(before: Mapping[str, Document], after: Mapping[str, Document]) -> Iterator[SourceChange]:
    for name in sorted({*before, *after}):
        if name not in before:
            yield SourceChange(name, "new")
        elif name not in after:
            yield SourceChange(name, "gone")
        elif changes := tuple(_document_changes(before[name], after[name])):
            yield SourceChange(name, "changed", changes)


def _document_changes(one: Document, other: Document) -> Iterator[FieldChange]:
    if one.sha256 != other.sha256:
        yield FieldChange("text", one.sha256, other.sha256)
    old, new = asdict(one.metadata), asdict(other.metadata)
    for key in old:
        if key != "basis" and old[key] != new[key]:
            yield FieldChange(key, old[key], new[key])


def _names(before: World, after: World) -> Names:
    """How everything is called, by the newer state where both know it."""
    old, new = (names_in(world.pack.vocabulary, world.documents) for world in (before, after))
    return Names(
        {
            **spelt(before.pack.vocabulary.entities, before.claims, before.documents),
            **spelt(after.pack.vocabulary.entities, after.claims, after.documents),
            **old.entities,
            **new.entities,
        },
        {**old.predicates, **new.predicates},
        {**old.sources, **new.sources},
        old.classes | new.classes,
    )


def _unread(world: World, label: str) -> Iterator[str]:
    if world.problems:
        first = world.problems[0]
        more = f" and {len(world.problems) - 1} more" if len(world.problems) > 1 else ""
        yield f"{label}: {first}{more}"
