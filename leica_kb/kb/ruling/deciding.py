"""Rulings on findings, written pair by pair with what was judged, and taken back, on names too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from leica_kb.checks import gone_pairs, judged_pairs
from leica_kb.corpus import Limits
from leica_kb.errors import KbError, UnknownNameError
from leica_kb.files import lock
from leica_kb.kb.answers.naming import RuledNames
from leica_kb.kb.answers.rulings import CLOSING, VERDICTS, Ruled
from leica_kb.kb.checking.judging import held_claims, judge_world
from leica_kb.kb.world.acts import Act, Pair, author, change_of, plain, stamp
from leica_kb.kb.world.loading import load_world
from leica_kb.model import Finding
from leica_kb.store import (
    NAME,
    Decision,
    LogEntry,
    Ruling,
    load_rulings,
    logged,
    name_ruling,
    save_decisions,
    save_rulings,
)

_VERB: Final = "decide"
MOST: Final = 50_000
"""Pairs of one finding that a ruling writes: some 15 MB of YAML; a larger one is for the sources, not for a verdict."""


class VerdictError(KbError):
    """Not a verdict."""

    def __init__(self, verdict: str) -> None:
        super().__init__(f"«{verdict}» is no verdict; verdicts are {', '.join(VERDICTS)}")


class TooManyPairsError(KbError):
    """A finding too large to rule on pair by pair."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(
            f"{finding.id} sets {len(finding.left)} claims against {len(finding.right)}, more than {MOST} pairs; "
            "reject the claims that are wrong (review: {state: rejected}) until it is smaller"
        )


def decide(root: Path, limits: Limits, name: str, verdict: str, because: str) -> Ruled:
    """Rule on the open pairs of a finding, or on all of them where none is open; raises UnknownNameError."""
    if verdict not in VERDICTS:
        raise VerdictError(verdict)
    now, who = datetime.now(UTC), author(root)
    with lock(root):
        world = load_world(root, limits)
        finding, held = _find(judge_world(world), name), held_claims(world)
        before = {ruling.pair: ruling for ruling in world.decisions}
        asked = [
            Decision(pair.kind, pair.claims, pair.digest, verdict, because, who, now.date().isoformat())
            for pair in judged_pairs(finding, held)
        ]
        written = [ruling for ruling in asked if not _stands(before.get(ruling.pair), ruling)] or asked
        gone = gone_pairs(finding, world.decisions, held)
        after = {pair: ruling for pair, ruling in before.items() if pair not in gone}
        after |= {ruling.pair: ruling for ruling in written}
        entry = LogEntry(who, stamp(now), f"{_VERB} {name} {verdict}", because, change_of(before, after))
        with logged(root, entry):
            save_decisions(root, after.values())
    return Ruled(name, verdict, len(written), len(asked) - len(written))


def _find(findings: Sequence[Finding], name: str) -> Finding:
    known = {finding.id: finding for finding in findings}
    if name not in known:
        raise UnknownNameError("finding", name, get_close_matches(name, list(known)))
    if len(known[name].left) * len(known[name].right) > MOST:
        raise TooManyPairsError(known[name])
    return known[name]


def _stands(old: Decision | None, new: Decision) -> bool:
    """Whether a pair is closed already, by a ruling on what its claims say now."""
    return old is not None and old.digest == new.digest and old.verdict in CLOSING


def take_back_ruling(root: Path, act: Act, who: str) -> Ruled | RuledNames:
    """Take a ruling back; what was changed by hand since stays as it is. Whoever calls it holds the lock."""
    before = {ruling.pair: ruling for ruling in load_rulings(root)[0]}
    after, left = _taken_back(before, act.entry)
    done = LogEntry(who, stamp(datetime.now(UTC)), f"undo {act.entry.what}", "", change_of(before, after))
    with logged(root, done):
        save_rulings(root, after.values())
    if len(act.names) == 2:
        return RuledNames((act.names[0], act.names[1]), None, changed=not left)
    return Ruled(act.names[0], None, len(done.change), left)


def _taken_back(before: Mapping[Pair, Ruling], entry: LogEntry) -> tuple[dict[Pair, Ruling], int]:
    """The rulings as they were before a line of the log, and how many pairs had been changed since."""
    after, left = dict(before), 0
    for key, change in entry.change.items():
        kind, first, second = key.rsplit(" ", 2)
        pair = (kind, first, second)
        known = before.get(pair)
        if (plain(known) if known else None) != change.get("after"):
            left += 1
        elif change.get("before"):
            after[pair] = _ruling(pair, change["before"])
        else:
            after.pop(pair, None)
    return after, left


def _ruling(pair: Pair, data: Mapping[str, Any]) -> Ruling:
    """The ruling on a pair that the log keeps."""
    kind, *sides = pair
    return name_ruling(sides, data) if kind == NAME else Decision(kind, (sides[0], sides[1]), **data)
