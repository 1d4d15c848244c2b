"""The walk's desk: which claims wait, each with all that bears on it, read from the files when it is shown."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from leica_kb.corpus import Limits
from leica_kb.errors import InputError, KbError
from leica_kb.files import inside, read_file
from leica_kb.kb.answers.cards import ClaimCard
from leica_kb.kb.answers.names import load_names
from leica_kb.kb.answers.reviews import Reviewed, ReviewQueue
from leica_kb.kb.looking.showing import claim_card
from leica_kb.kb.ruling.undoing import Undone, undo
from leica_kb.kb.ruling.verdicts import BadVerdictsError, Known, check_correction, find_file, judge, know
from leica_kb.model import Claim
from leica_kb.query import (
    Term,
    claims_by_ids,
    count_reviews,
    find_claims,
    find_findings,
    find_verifications,
    parse_filter,
)
from leica_kb.query.filters import is_default
from leica_kb.query.knowing import check_filter
from leica_kb.review import ClaimVerdict, Verdict, Waiting, line_up, measure_rules
from leica_kb.store import claims_path, entry_text

_ID: Final = re.compile(r"c-[0-9a-f]{4,}")


def to_filter(words: Iterable[str]) -> str:
    """Words of a filter in which bare ids of claims stand for themselves."""
    given = list(words)
    ids = [word for word in given if _ID.fullmatch(word)]
    rest = [word for word in given if not _ID.fullmatch(word)]
    return " ".join([f"id:{','.join(ids)}", *rest] if ids else rest)


def wait_for_review(connection: sqlite3.Connection, filter_: str) -> ReviewQueue:
    """The claims among those of a filter that wait for a verdict, the worst first, and how they are called."""
    waiting = find_waiting(connection, filter_)
    return ReviewQueue(waiting, load_names(connection, [row.claim for row in waiting]))


def find_waiting(connection: sqlite3.Connection, filter_: str) -> tuple[Waiting, ...]:
    """The claims among those of a filter that wait for a verdict, the worst first."""
    chosen = parse_filter(filter_)
    check_filter(connection, chosen)
    measured = measure_rules(count_reviews(connection))
    claims = find_claims(connection, chosen)
    return line_up(claims, find_verifications(connection), find_findings(connection), measured)


class NothingChosenError(KbError):
    """A verdict that no claim is named for."""

    def __init__(self, filter_: str) -> None:
        what = f"no claim meets «{filter_}»" if filter_ else "a verdict needs claims: ids, a filter or --rule RULE"
        super().__init__(f"{what}; to see what waits: leica-kb review --list")


def judge_chosen(
    root: Path, limits: Limits, connection: sqlite3.Connection, filter_: str, given: ClaimVerdict
) -> Reviewed:
    """One verdict on every unreviewed claim of a filter; on claims named by id, whatever was ruled on them before."""
    chosen = parse_filter(filter_)
    named = any(term.field == "id" and not term.negated for term in chosen.terms)
    if named and is_default(chosen.terms):
        chosen = replace(chosen, terms=(*chosen.terms, Term("review", ("any",))))
    check_filter(connection, chosen)
    claims = find_claims(connection, chosen) if filter_ else ()
    if not claims:
        raise NothingChosenError(filter_)
    open_ = [claim for claim in claims if named or claim.review.state == "unreviewed"]
    kept = tuple(claim.id for claim in claims if claim not in open_)
    verdicts = [replace(given, claim=claim.id, seen=claim) for claim in open_]
    act = "" if named or len(open_) == 1 else f"{given.verdict} {len(open_)} claims of {filter_}"
    done = judge(root, limits, know(connection, [claim.id for claim in open_]), verdicts, act)
    return replace(done, kept=kept)


def judge_listed(root: Path, limits: Limits, connection: sqlite3.Connection, file: Path) -> Reviewed:
    """The verdicts of a file, all or, where any of its rows is bad, none."""
    from leica_kb.review.rows import parse_verdicts

    verdicts, errors = parse_verdicts(read_file(file), file)
    known, unknown = _known_rows(connection, verdicts, file)
    if found := sorted((*errors, *unknown), key=lambda error: error.line or 0):
        raise BadVerdictsError(found)
    return judge(root, limits, known, verdicts) if verdicts else Reviewed()


def _known_rows(
    connection: sqlite3.Connection, verdicts: Sequence[ClaimVerdict], file: Path
) -> tuple[Known, list[InputError]]:
    """What is known of the claims of a file of verdicts, and a refusal for each row on one that is not there."""
    there = {claim.id for claim in claims_by_ids(connection, [given.claim for given in verdicts])}
    known = know(connection, [given.claim for given in verdicts if given.claim in there])
    gone = [given for given in verdicts if given.claim not in there]
    return known, [InputError(file, f"no claim «{given.claim}» in this base", given.line) for given in gone]


class Desk:
    """Where a person goes through the claims that wait; it never shows or writes anything but what the files hold."""

    def __init__(self, root: Path, limits: Limits, connection: sqlite3.Connection, filter_: str) -> None:
        self._root = root
        self._limits = limits
        self._connection = connection
        self.waiting = find_waiting(connection, filter_)

    def card(self, row: Waiting) -> ClaimCard:
        """The claim as it stands in its file now, with everything that bears on it."""
        return claim_card(self._root, self._connection, self._read(row.claim), self._limits)

    def judge(self, seen: Claim, verdict: Verdict, because: str = "", entry: str = "") -> Reviewed:
        """Write a verdict on a claim that was shown; raises ChangedMeanwhileError where it is another by now."""
        given = ClaimVerdict(seen.id, verdict, because, entry=entry, seen=seen)
        return judge(self._root, self._limits, know(self._connection, [seen.id]), [given])

    def check(self, seen: Claim, entry: str) -> None:
        """Raise CorrectionError where a corrected entry would be refused, with its own lines; nothing is written."""
        given = ClaimVerdict(seen.id, "correct", entry=entry)
        check_correction(self._root, self._limits, know(self._connection, [seen.id]), given)

    def entry(self, seen: Claim) -> str:
        """The claim's entry as it stands in its file, for a person to edit."""
        path = find_file(self._root, seen.source).path or claims_path(seen.source)
        return entry_text(read_file(inside(self._root, path)), path, seen.id)

    def undo(self, claim: str) -> Undone:
        """Take back the last review of a claim."""
        return undo(self._root, claim)

    def _read(self, claim: Claim) -> Claim:
        file = find_file(self._root, claim.source)
        now = next((known for known in file.claims if known.id == claim.id), None)
        if now is None:
            raise InputError(file.path or claims_path(claim.source), f"{claim.id} does not stand here any more")
        return now
