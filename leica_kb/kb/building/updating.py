"""Articles → claims → index, touching only what is not up to date."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from leica_kb.anchor import INTACT, refit, verify_claims
from leica_kb.errors import InputError
from leica_kb.extract import extraction_key
from leica_kb.files import lock
from leica_kb.kb.answers.builds import BuildReport, SourceBuild
from leica_kb.kb.building.extracting import extract_each, in_context
from leica_kb.kb.checking.judging import judge_world, verify_world
from leica_kb.kb.looking.indexing import open_fresh, refresh_index
from leica_kb.kb.world.acts import author, stamp
from leica_kb.kb.world.drafts import complete_drafts
from leica_kb.kb.world.loading import World, block_at, load_world, sort_problems
from leica_kb.kb.world.texts import keep_copies, keep_old_text
from leica_kb.model import Claim, Document, Problem, Span, Verification
from leica_kb.store import (
    CODES,
    ClaimFile,
    LogEntry,
    Merge,
    Proposals,
    claims_path,
    load_claim_file,
    load_proposed,
    logged,
    merge,
    plan_edit,
    save_proposed,
    write_edits,
)

if TYPE_CHECKING:
    from leica_kb.corpus import Limits
    from leica_kb.extract import Extraction
    from leica_kb.kb.answers.progress import Progress


@dataclass(frozen=True)
class _Job:
    """One article with what is stored of it."""

    document: Document
    file: ClaimFile
    last: Proposals
    key: str
    """The key under which its proposals would be made now."""
    who: str
    """Who builds, for the log."""

    @property
    def stale(self) -> bool:
        """Whether the article must be parsed."""
        return self.last.key != self.key

    @property
    def idle(self) -> bool:
        """Whether everything stored is up to date."""
        whole = self.file.path is not None and self.file.text_sha256 == self.document.sha256
        return whole and not self.stale and not self.file.drafts and _stand(self.file.claims, self.document)


def build_base(root: Path, limits: Limits, progress: Progress | None = None, *, jobs: int = 1) -> BuildReport:
    """Read what is stale, merge, save what changed, and bring the index up to date.

    Each article is saved as soon as it is read: an interrupted build keeps what it has done, and the next goes on.
    """
    if jobs != 1:
        from leica_kb.extract import check_jobs

        check_jobs(jobs)
    world = load_world(root, limits)
    work, problems = _plan(world)
    busy = [job for job in work if not job.idle]
    with lock(root) if busy else nullcontext():
        stale = [job.document for job in busy if job.stale]
        with extract_each(stale, world.pack, progress, jobs=jobs) as read:
            outcomes = {job.document.id: _try_one(world, job, next(read) if job.stale else None) for job in busy}
    world = replace(world, files={**world.files, **{name: done.file for name, done in outcomes.items()}})
    drafted = (found for done in outcomes.values() for found in done.problems)
    findings = _bring_up_to_date(world)
    return BuildReport(
        sources=tuple(outcomes[j.document.id].told if j in busy else _untouched(j) for j in work),
        findings=findings,
        problems=sort_problems((*world.problems, *problems, *drafted)),
    )


def refresh(root: Path, limits: Limits) -> sqlite3.Connection:
    """Make the index say what the files say, without reading any article with the parser."""
    return _make_index(load_world(root, limits))


def _bring_up_to_date(world: World) -> int:
    """Refresh the index where it is not fresh; the number of loud findings."""
    connection = open_fresh(world.root) or _make_index(world)
    try:
        query = "SELECT count(*) FROM finding WHERE severity <> 'note' AND decision IS NULL"
        return int(connection.execute(query).fetchone()[0])
    finally:
        connection.close()


def _make_index(world: World) -> sqlite3.Connection:
    from leica_kb.kb.world.schemas import save_schemas

    save_schemas(world.root, world.pack.vocabulary)
    keep_copies(world.root, world.documents.values())
    return refresh_index(world, judge_world(world), verify_world(world))


def _plan(world: World) -> tuple[list[_Job], list[Problem]]:
    work: list[_Job] = []
    problems: list[Problem] = []
    who = author(world.root)
    for name, document in world.documents.items():
        if name not in world.files and (world.root / claims_path(name)).exists():
            continue  # its claims cannot be read: that is told already, and nothing may be written over them
        last, found = load_proposed(world.root, name)
        problems.extend(found)
        file = world.files.get(name) or ClaimFile(name)
        work.append(_Job(document, file, last, extraction_key(document, world.pack), who))
    return work, problems


@dataclass(frozen=True)
class _Outcome:
    file: ClaimFile
    told: SourceBuild
    problems: Sequence[Problem]


def _try_one(world: World, job: _Job, extraction: Extraction | None) -> _Outcome:
    """The same as ``_build_one``; a file that cannot be written is a problem and never stops the others."""
    try:
        return _build_one(world, job, extraction)
    except InputError as error:
        found = Problem("KB103", CODES["KB103"], error.message, error.path, error.line)
        return _Outcome(job.file, _untouched(job), (found,))


def _build_one(world: World, job: _Job, extraction: Extraction | None) -> _Outcome:
    """Merge one article's proposals with its stored claims, and save what changed."""
    document = job.document
    file, problems = complete_drafts(job.file, document)
    before = {claim.id for claim in job.file.claims}
    completed = tuple(claim.id for claim in file.claims if claim.id not in before)
    proposed = in_context(extraction.claims, document) if extraction else job.last.claims
    merged = merge(file, job.last.known, proposed, anchored=_anchored(world, file, document))
    told = replace(_tell(merged, extraction, proposed), source=document.id, completed=completed)
    edit = plan_edit(world.root, replace(file, claims=merged.claims, text_sha256=document.sha256))
    if wrote := edit.new != edit.old:
        with logged(world.root, LogEntry(job.who, stamp(datetime.now(UTC)), f"build {document.id}", "", told.became)):
            write_edits(world.root, [edit])
    save_proposed(world.root, document.id, Proposals(job.key, merged.proposed, merged.remembered))
    file = _reload(world.root, file) or file
    if wrote and problems:  # their lines are others now
        _, problems = complete_drafts(file, document)
    return _Outcome(file=file, told=replace(told, wrote=wrote), problems=problems)


def _tell(merged: Merge, extraction: Extraction | None, proposed: Sequence[Claim]) -> SourceBuild:
    refused = Counter(refusal.reason for refusal in extraction.refusals) if extraction else {}
    return SourceBuild(
        source="",
        read=extraction is not None,
        proposed=len(proposed),
        refused=dict(sorted(refused.items())),
        new=merged.new,
        changed=merged.changed,
        corrected=merged.corrected,
        kept=len(merged.kept),
        orphaned=merged.orphaned,
        unproposed=merged.unfound,
    )


def _anchored(world: World, file: ClaimFile, document: Document) -> dict[str, Claim | None] | None:
    """Where the text holds the stored claims now, unless each stands in it as it says it does.

    Of a changed article the text as it was is kept beside the seeds.
    """
    same = file.text_sha256 in ("", document.sha256)
    if same and _stand(file.claims, document):
        return None
    before = None if same else keep_old_text(world.root, file.text_sha256, document.path)
    found = verify_claims(file.claims, document.text, before, sha_matches=same)
    known = document.text if same else before
    return {claim.id: _moved(claim, seen, document, known) for claim, seen in zip(file.claims, found, strict=True)}


def _stand(claims: Sequence[Claim], document: Document) -> bool:
    """Whether every quote is what stands in the text at its place."""
    return all(claim.span.of(document.text) == claim.quote for claim in claims)


def _moved(claim: Claim, verification: Verification, document: Document, before: str | None) -> Claim | None:
    if verification.start is None or verification.end is None or verification.status not in INTACT:
        return None
    block = block_at(document, Span(verification.start, verification.end))
    return refit(claim, verification, document.text, block, old_text=before)


def _reload(root: Path, file: ClaimFile) -> ClaimFile | None:
    """The file as it stands after saving, with its digest and lines."""
    return load_claim_file(root, file.path or claims_path(file.source))[0]


def _untouched(job: _Job) -> SourceBuild:
    return SourceBuild(job.document.id, read=False, proposed=len(job.last.claims), kept=len(job.file.claims))
