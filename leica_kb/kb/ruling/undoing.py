"""Taking back: the last ruling or review, or the last on one finding or claim; and the log of all that was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from leica_kb.errors import InputError, KbError
from leica_kb.files import inside, lock, read_file
from leica_kb.kb.answers.naming import Declared, RuledNames
from leica_kb.kb.answers.reviews import TakenBack
from leica_kb.kb.answers.rulings import History, Ruled
from leica_kb.kb.naming.declaring import DECLARE, undeclare
from leica_kb.kb.ruling.deciding import take_back_ruling
from leica_kb.kb.ruling.verdicts import edit_file, find_file
from leica_kb.kb.world.acts import Act, author, concerns, is_on, stamp, standing_acts, undone
from leica_kb.model import Claim
from leica_kb.store import Edit, LogEntry, claims_path, load_log, logged, revise, write_edits
from leica_kb.store.history import LOG_FILE


class NothingToUndoError(KbError):
    """Nothing stands in the log that could be taken back."""

    def __init__(self, about: Sequence[str]) -> None:
        what = f"on {' and '.join(about)} " if about else ""
        super().__init__(f"no ruling {what}stands in the log of this base; to see the log: leica-kb log")


Undone = Ruled | RuledNames | Declared | TakenBack


def undo(root: Path, *about: str) -> Undone:
    """Take back the last act, or the last on what is named; what was changed by hand since stays as it is."""
    who = author(root)
    with lock(root):
        acts = standing_acts(load_log(root)[0], tuple(_TAKE_BACK))
        act = next((act for act in reversed(acts) if is_on(act, about)), None)
        if act is None:
            raise NothingToUndoError(about)
        try:
            return _TAKE_BACK[act.verb](root, act, who, about)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:  # the log may be a stranger's
            raise InputError(LOG_FILE, f"«{act.entry.what}» does not tell what to take back; edit the files") from error


def take_back_review(root: Path, act: Act, who: str, about: Sequence[str]) -> TakenBack:
    """Give the claims of a review, or the one named, the values that they had before it."""
    only = about[0] if about and about[0] in act.keys else None
    names = (only,) if only else act.keys
    changes = {key: act.entry.change[key] for key in names}
    edits: list[Edit] = []
    told: dict[str, Any] = {}
    for source in sorted({change["source"] for change in changes.values()}):
        here = {key: change for key, change in changes.items() if change["source"] == source}
        edit, done = _revert(root, source, here)
        edits.extend(edit)
        told |= done
    entry = LogEntry(who, stamp(datetime.now(UTC)), undone(act, only), "", told)
    with logged(root, entry):
        write_edits(root, edits)
    return TakenBack(act.entry.what, tuple(told), tuple(key for key in names if key not in told))


def _revert(root: Path, source: str, changes: Mapping[str, Any]) -> tuple[list[Edit], dict[str, Any]]:
    """The file as it is to be, and what that changes; a claim that is not as the act left it is left alone."""
    try:
        file = find_file(root, source)
    except InputError:
        return [], {}
    path = file.path or claims_path(source)
    claims = {claim.id: claim for claim in file.claims}
    after = {name: old for name, change in changes.items() if (old := _before(claims.get(name), change)) is not None}
    data = read_file(inside(root, path))
    told = {
        name: {"source": source, "before": changes[name]["after"], "after": changes[name]["before"]} for name in after
    }
    return [Edit(path, data, edit_file(data, path, after))], told


def _before(claim: Claim | None, change: Mapping[str, Any]) -> Claim | None:
    now = claim.to_json() if claim else {}
    if claim is None or any(now.get(key) != value for key, value in change["after"].items()):
        return None
    before, _ = revise(claim, change["before"])
    return before if before is not None and before.id == claim.id else None


_TAKE_BACK: Final[Mapping[str, Callable[[Path, Act, str, Sequence[str]], Undone]]] = {
    "decide": lambda root, act, who, _: take_back_ruling(root, act, who),
    DECLARE: lambda root, act, who, _: undeclare(root, act, who),
    **dict.fromkeys(("accept", "reject", "correct", "review"), take_back_review),
}
"""Verb of the log → how an act of it is taken back."""


def read_history(root: Path, *about: str) -> History:
    """What commands changed, oldest first; or only what concerns a finding, a claim, a source or names."""
    entries, problems = load_log(root)
    return History(tuple(entry for entry in entries if concerns(entry, about)), problems)
