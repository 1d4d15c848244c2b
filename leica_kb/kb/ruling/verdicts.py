"""Verdicts on claims: proven, written into the files of claims all or none, and told in one line of the log."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from leica_kb.corpus import Limits, load_document
from leica_kb.errors import InputError, KbError, UnknownNameError
from leica_kb.files import inside, lock, read_file
from leica_kb.kb.answers.names import load_sources
from leica_kb.kb.answers.reviews import Reviewed
from leica_kb.kb.ruling.correcting import correct
from leica_kb.kb.world.acts import author, stamp
from leica_kb.model import Claim, Document
from leica_kb.query import claims_by_ids, find_predicates, suggest
from leica_kb.review import ClaimVerdict, VerdictError, check_verdict, rule_on, tidy_reason
from leica_kb.store import (
    ClaimFile,
    Edit,
    LogEntry,
    by_position,
    claims_path,
    edit_claims,
    load_claim_file,
    load_claims,
    logged,
    parse_claims,
    with_entry,
    write_edits,
)


class ChangedMeanwhileError(KbError):
    """A claim that is no longer as the person saw it."""

    def __init__(self, claim: str, path: Path) -> None:
        super().__init__(
            f"{claim} was changed in {path.as_posix()} since it was shown; nothing was written, look again"
        )


class BadVerdictsError(KbError):
    """Several verdicts that cannot be carried out."""

    def __init__(self, errors: Iterable[KbError]) -> None:
        told = "\n".join(str(error) for error in errors)
        super().__init__(f"no verdict was written, since some cannot be:\n{told}")


@dataclass(frozen=True, slots=True)
class Known:
    """What the index knows of the claims that are judged."""

    claims: Mapping[str, Claim]
    articles: Mapping[str, str] = field(default_factory=dict)
    """Source → path of its article."""
    predicates: frozenset[str] = frozenset()


def know(connection: sqlite3.Connection, names: Iterable[str]) -> Known:
    """Look the claims up; raises UnknownNameError for an id that is not there."""
    wanted = list(names)
    claims = {claim.id: claim for claim in claims_by_ids(connection, wanted)}
    for name in wanted:
        if name not in claims:
            raise UnknownNameError("claim", name, suggest(connection, "claim", name))
    sources = load_sources(connection, {claim.source for claim in claims.values()})
    predicates = frozenset(row.id for row in find_predicates(connection))
    return Known(claims, {source.id: source.path for source in sources}, predicates)


def judge(root: Path, limits: Limits, known: Known, verdicts: Sequence[ClaimVerdict], act: str = "") -> Reviewed:
    """Write the verdicts, all or none, and one line of the log; ``act`` names what is more than one verdict."""
    now, who = datetime.now(UTC), author(root)
    with lock(root):
        court = _Court(root, limits, known, who, now.date().isoformat())
        pages = court.judge(verdicts)
        change = {c.id: told for page in pages for c in page.after if (told := _change(page.before[c.id], c))}
        result = _result(verdicts, change)
        if change:
            entry = LogEntry(who, stamp(now), act or _act(verdicts), _shared(verdicts), change)
            with logged(root, entry):
                write_edits(root, [page.edit for page in pages])
    return result


def check_correction(root: Path, limits: Limits, known: Known, given: ClaimVerdict) -> None:
    """Raise CorrectionError where a correction of a known claim would be refused; nothing is written."""
    claim = known.claims[given.claim]
    document = _Court(root, limits, known, "", "").document(find_file(root, claim.source))
    correct(given, claim, document, known.predicates)


def _act(verdicts: Sequence[ClaimVerdict]) -> str:
    if len(verdicts) == 1:
        return f"{verdicts[0].verdict} {verdicts[0].claim}"
    kinds = {given.verdict for given in verdicts}
    return f"{kinds.pop() if len(kinds) == 1 else 'review'} {len(verdicts)} claims"


def _shared(verdicts: Sequence[ClaimVerdict]) -> str:
    reasons = {tidy_reason(given.because) for given in verdicts}
    return reasons.pop() if len(reasons) == 1 else ""


def _change(before: Claim, after: Claim) -> dict[str, Any]:
    """What undo needs: the keys that differ, before and after."""
    old, new = before.to_json(), after.to_json()
    keys = [key for key in new if old[key] != new[key]]
    if not keys:
        return {}
    return {"source": after.source, "before": {k: old[k] for k in keys}, "after": {k: new[k] for k in keys}}


def _result(verdicts: Sequence[ClaimVerdict], change: Mapping[str, Any]) -> Reviewed:
    def those(verdict: str) -> tuple[str, ...]:
        return tuple(given.claim for given in verdicts if given.verdict == verdict and given.claim in change)

    unchanged = tuple(given.claim for given in verdicts if given.claim not in change)
    return Reviewed(those("accept"), those("reject"), those("correct"), unchanged)


@dataclass(frozen=True, slots=True)
class _Page:
    """One file of claims with the verdicts on it carried out."""

    before: Mapping[str, Claim]
    after: tuple[Claim, ...]
    edit: Edit


@dataclass(frozen=True, slots=True)
class _Court:
    """Carries out verdicts in memory; nothing is written here."""

    root: Path
    limits: Limits
    known: Known
    who: str
    today: str

    def judge(self, verdicts: Sequence[ClaimVerdict]) -> list[_Page]:
        """The files after the verdicts; raises where any verdict cannot be carried out."""
        errors: list[KbError] = []
        by_source: dict[str, list[ClaimVerdict]] = {}
        for given in verdicts:
            by_source.setdefault(self.known.claims[given.claim].source, []).append(given)
        pages = [self._page(source, by_source[source], errors) for source in sorted(by_source)]
        if errors:
            raise errors[0] if len(verdicts) == 1 and not verdicts[0].path else BadVerdictsError(errors)
        return pages

    def _page(self, source: str, verdicts: Sequence[ClaimVerdict], errors: list[KbError]) -> _Page:
        file = find_file(self.root, source)
        path = file.path or claims_path(source)
        data = old = read_file(inside(self.root, path))
        before = {claim.id: claim for claim in file.claims}
        after: dict[str, Claim] = {}
        document = self.document(file) if any(given.verdict == "correct" for given in verdicts) else None
        for given in verdicts:
            try:
                after[given.claim] = self._after(given, before, document, path)
                data = with_entry(data, path, given.claim, given.entry) if given.entry else data
            except KbError as error:
                errors.append(InputError(given.path, str(error), given.line) if given.path else error)
        if errors:
            return _Page(before, (), Edit(path, old, old))
        return _Page(before, tuple(after.values()), Edit(path, old, edit_file(data, path, after)))

    def _after(self, given: ClaimVerdict, before: Mapping[str, Claim], document: Document | None, path: Path) -> Claim:
        """The claim after the verdict."""
        claim = before.get(given.claim)
        if claim is None:
            raise InputError(path, f"{given.claim} does not stand here any more", None)
        if given.seen is not None and given.seen != claim:
            raise ChangedMeanwhileError(claim.id, path)
        if wrong := check_verdict(given):
            raise VerdictError(wrong)
        corrected = correct(given, claim, document, self.known.predicates) if given.verdict == "correct" else None
        return rule_on(claim, given, corrected, self.who, self.today)

    def document(self, file: ClaimFile) -> Document | None:
        """The article that the file's claims were made from; None where it is gone, or is another by now."""
        path = self.known.articles.get(file.source)
        try:
            document = load_document(self.root, Path(path), limits=self.limits)[0] if path else None
        except InputError:
            return None
        return document if document and file.text_sha256 in ("", document.sha256) else None


def find_file(root: Path, source: str) -> ClaimFile:
    """The file that holds the source's claims, read now; raises InputError where there is none that can be read."""
    file, problems = load_claim_file(root, claims_path(source))
    if file is None or file.source != source:
        file = next((known for known in load_claims(root)[0] if known.source == source), None)
    if file is None:
        why = problems[0].message if problems else "holds no claims of it"
        raise InputError(claims_path(source), why, problems[0].line if problems else None)
    return file


def edit_file(data: bytes, path: Path, after: Mapping[str, Claim]) -> bytes:
    """The file's bytes with these claims as given, and all others as they are."""
    file = parse_claims(data, path).file
    if file is None:
        raise InputError(path, "cannot be read any more; nothing was written")
    kept = [claim for claim in file.claims if claim.id not in after]
    return edit_claims(data, replace(file, claims=by_position([*kept, *after.values()])))
