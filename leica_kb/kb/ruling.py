"""Rulings on findings: written down pair by pair with what was judged, logged, and taken back."""

from __future__ import annotations

import getpass
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from leica_kb.checks import gone_pairs, judged_pairs
from leica_kb.corpus import Limits
from leica_kb.errors import KbError, UnknownNameError
from leica_kb.files import lock
from leica_kb.kb.judging import held_claims, judge_world
from leica_kb.kb.rulings import CLOSING, VERDICTS, History, Ruled
from leica_kb.kb.world import load_world
from leica_kb.model import Finding
from leica_kb.store import Decision, LogEntry, append_log, load_decisions, load_log, save_decisions

_VERB: Final = "decide"
MOST: Final = 50_000
"""Pairs of one finding that a ruling writes: some 15 MB of YAML; a larger one is for the sources, not for a verdict."""
Pair = tuple[str, str, str]


class NothingToUndoError(KbError):
    """No ruling stands that could be taken back."""

    def __init__(self, finding: str | None) -> None:
        what = f"on {finding} " if finding else ""
        super().__init__(f"no ruling {what}stands in the log of this base; to see the log: leica-kb log")


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
    with lock(root):
        world = load_world(root, limits)
        finding, held = _find(judge_world(world), name), held_claims(world)
        now, who = datetime.now(UTC), author(root)
        before = {ruling.pair: ruling for ruling in world.decisions}
        asked = [
            Decision(pair.kind, pair.claims, pair.digest, verdict, because, who, now.date().isoformat())
            for pair in judged_pairs(finding, held)
        ]
        written = [ruling for ruling in asked if not _stands(before.get(ruling.pair), ruling)] or asked
        gone = gone_pairs(finding, world.decisions, held)
        after = {pair: ruling for pair, ruling in before.items() if pair not in gone}
        after |= {ruling.pair: ruling for ruling in written}
        save_decisions(root, after.values())
        entry = LogEntry(who, _stamp(now), f"{_VERB} {name} {verdict}", because, _change(before, after))
        append_log(root, entry)
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


def undo(root: Path, finding: str | None = None) -> Ruled:
    """Take back the last ruling, or the last on one finding; what was changed by hand since stays as it is."""
    with lock(root):
        entry = next((e for e in reversed(_standing(load_log(root)[0])) if finding in (None, _finding_of(e))), None)
        if entry is None:
            raise NothingToUndoError(finding)
        before = {ruling.pair: ruling for ruling in load_decisions(root)[0]}
        after, left = _taken_back(before, entry)
        save_decisions(root, after.values())
        done = LogEntry(author(root), _stamp(datetime.now(UTC)), f"undo {entry.what}", "", _change(before, after))
        append_log(root, done)
    return Ruled(_finding_of(entry), None, len(done.change), left)


def _standing(entries: Iterable[LogEntry]) -> list[LogEntry]:
    """Rulings that no later line takes back, oldest first."""
    standing: list[LogEntry] = []
    for entry in entries:
        if entry.what.startswith(f"{_VERB} "):
            standing.append(entry)
        elif entry.what.startswith(f"undo {_VERB} "):
            undone = [at for at, known in enumerate(standing) if f"undo {known.what}" == entry.what]
            del standing[slice(undone[-1], undone[-1] + 1) if undone else slice(0, 0)]
    return standing


def _finding_of(entry: LogEntry) -> str:
    return entry.what.removeprefix("undo ").partition(" ")[2].partition(" ")[0]


def _taken_back(before: Mapping[Pair, Decision], entry: LogEntry) -> tuple[dict[Pair, Decision], int]:
    """The rulings as they were before a line of the log, and how many pairs had been changed since."""
    after, left = dict(before), 0
    for key, change in entry.change.items():
        kind, first, second = key.rsplit(" ", 2)
        pair = (kind, first, second)
        known = before.get(pair)
        if (_plain(known) if known else None) != change.get("after"):
            left += 1
        elif change.get("before"):
            after[pair] = Decision(kind, (first, second), **change["before"])
        else:
            after.pop(pair, None)
    return after, left


def _change(before: Mapping[Pair, Decision], after: Mapping[Pair, Decision]) -> dict[str, Any]:
    """For each pair whose ruling differs what it was and what it is."""
    pairs = sorted(pair for pair in {*before, *after} if before.get(pair) != after.get(pair))
    return {
        " ".join(pair): {
            name: _plain(rulings[pair]) if pair in rulings else None
            for name, rulings in (("before", before), ("after", after))
        }
        for pair in pairs
    }


def _plain(ruling: Decision) -> dict[str, str]:
    return {name: value for name, value in asdict(ruling).items() if name not in {"kind", "claims"}}


def read_history(root: Path, finding: str | None = None) -> History:
    """What commands changed, oldest first; with a finding only what concerns it."""
    entries, problems = load_log(root)
    return History(tuple(e for e in entries if finding in (None, _finding_of(e))), problems)


def author(root: Path) -> str:
    """Who rules: git's user name, else the account's."""
    try:
        command = ["git", "-C", str(root), "config", "user.name"]
        done = subprocess.run(command, capture_output=True, check=False, timeout=10, text=True)  # noqa: S603  fixed words and the base's folder
        named = done.stdout.strip()
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        named = ""
    return named or _account()


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _stamp(now: datetime) -> str:
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
