"""Rulings on findings, written pair by pair with what was judged; the log; and taking rulings back, on names too."""

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
from leica_kb.kb.naming import Declared, RuledNames
from leica_kb.kb.rulings import CLOSING, VERDICTS, History, Ruled
from leica_kb.kb.world import load_world
from leica_kb.lang.tokens import slug
from leica_kb.model import Finding
from leica_kb.store import (
    NAME,
    Decision,
    LogEntry,
    NameRuling,
    Ruling,
    append_log,
    drop_entity,
    load_log,
    load_rulings,
    name_ruling,
    save_decisions,
    save_rulings,
)

_VERB: Final = "decide"
DECLARE: Final = "declare"
_VERBS: Final = (f"{_VERB} ", f"{DECLARE} ")
MOST: Final = 50_000
"""Pairs of one finding that a ruling writes: some 15 MB of YAML; a larger one is for the sources, not for a verdict."""
Pair = tuple[str, str, str]


class NothingToUndoError(KbError):
    """No ruling stands that could be taken back."""

    def __init__(self, about: Sequence[str]) -> None:
        what = f"on {' and '.join(about)} " if about else ""
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
        entry = LogEntry(who, stamp(now), f"{_VERB} {name} {verdict}", because, change_of(before, after))
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


def undo(root: Path, *about: str) -> Ruled | RuledNames | Declared:
    """Take back the last ruling, or the last on a finding or names; what was changed by hand since stays as it is."""
    with lock(root):
        entry = next((e for e in reversed(_standing(load_log(root)[0])) if _is_about(e, about)), None)
        if entry is None:
            raise NothingToUndoError(about)
        if entry.what.startswith(f"{DECLARE} "):
            return _undeclare(root, entry)
        before = {ruling.pair: ruling for ruling in load_rulings(root)[0]}
        after, left = _taken_back(before, entry)
        save_rulings(root, after.values())
        done = LogEntry(author(root), stamp(datetime.now(UTC)), f"undo {entry.what}", "", change_of(before, after))
        append_log(root, done)
    if len(_ruled_on(entry)) == 2:
        return RuledNames((_ruled_on(entry)[0], _ruled_on(entry)[1]), None, changed=not left)
    return Ruled(_ruled_on(entry)[0], None, len(done.change), left)


def _undeclare(root: Path, entry: LogEntry) -> Declared:
    """Take a declared name out of the base's entities."""
    (key, change), *_ = entry.change.items()
    dropped = drop_entity(root, change["after"])
    taken = {key: {"before": change["after"], "after": None}} if dropped else {}
    append_log(root, LogEntry(author(root), stamp(datetime.now(UTC)), f"undo {entry.what}", "", taken))
    name, kind = entry.what.split()[1:]
    return Declared(name, kind, taken_back=True, changed=dropped)


def _standing(entries: Iterable[LogEntry]) -> list[LogEntry]:
    """Rulings that no later line takes back, oldest first."""
    standing: list[LogEntry] = []
    for entry in entries:
        if entry.what.startswith(_VERBS):
            standing.append(entry)
        elif entry.what.startswith(tuple(f"undo {verb}" for verb in _VERBS)):
            undone = [at for at, known in enumerate(standing) if f"undo {known.what}" == entry.what]
            del standing[slice(undone[-1], undone[-1] + 1) if undone else slice(0, 0)]
    return standing


def _is_about(entry: LogEntry, about: Sequence[str]) -> bool:
    """Whether the entry is on the finding, or on all the names."""
    return all(name in _ruled_on(entry) or slug(name) in _ruled_on(entry) for name in about)


def _ruled_on(entry: LogEntry) -> Sequence[str]:
    """The finding, or the two names, that a line of the log is on."""
    return entry.what.removeprefix("undo ").split()[1:-1]


def _taken_back(before: Mapping[Pair, Ruling], entry: LogEntry) -> tuple[dict[Pair, Ruling], int]:
    """The rulings as they were before a line of the log, and how many pairs had been changed since."""
    after, left = dict(before), 0
    for key, change in entry.change.items():
        kind, first, second = key.rsplit(" ", 2)
        pair = (kind, first, second)
        known = before.get(pair)
        if (_plain(known) if known else None) != change.get("after"):
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


def change_of(before: Mapping[Pair, Ruling], after: Mapping[Pair, Ruling]) -> dict[str, Any]:
    """For each pair whose ruling differs what it was and what it is."""
    pairs = sorted(pair for pair in {*before, *after} if before.get(pair) != after.get(pair))
    return {
        " ".join(pair): {
            name: _plain(rulings[pair]) if pair in rulings else None
            for name, rulings in (("before", before), ("after", after))
        }
        for pair in pairs
    }


def _plain(ruling: Ruling) -> dict[str, Any]:
    if isinstance(ruling, NameRuling):
        return ruling.to_json()
    return {name: value for name, value in asdict(ruling).items() if name not in {"kind", "claims"}}


def read_history(root: Path, *about: str) -> History:
    """What commands changed, oldest first; with a finding or names only what concerns them."""
    entries, problems = load_log(root)
    return History(tuple(e for e in entries if _is_about(e, about)), problems)


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


def stamp(now: datetime) -> str:
    """UTC, ISO 8601 to the second."""
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
