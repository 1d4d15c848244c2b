"""All problems of a base: faults in its files, claims whose words are not there, and what lint finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from leica_kb.checks import CODES, LINT_NOTES, Fault, LintContext, find_faults
from leica_kb.corpus import Limits
from leica_kb.errors import InputError
from leica_kb.files import inside, read_file
from leica_kb.kb.answers.lists import Proof
from leica_kb.kb.checking.checked import Checking
from leica_kb.kb.checking.mending import find_untidy, with_context
from leica_kb.kb.checking.proving import prove_all
from leica_kb.kb.world.drafts import complete_drafts
from leica_kb.kb.world.loading import World, load_world, sort_problems
from leica_kb.model import Problem
from leica_kb.store import CODES as STORE_CODES
from leica_kb.store import NAME, load_log, load_proposed, parse_claims


def find_problems(root: Path, limits: Limits) -> tuple[Problem, ...]:
    """Everything wrong in a base, by file and line; see docs/checks.md."""
    checking = Checking(root)
    world = load_world(root, limits)
    problems = problems_in(world)
    if limits == Limits():
        checking.save(world, problems)
    return problems


def problems_in(world: World) -> tuple[Problem, ...]:
    """Everything wrong in a base that is loaded."""
    proposals = (found for name in world.files for found in load_proposed(world.root, name)[1])
    faults = (*_in_quotes(prove_all(world), world), *find_faults(_context(world)), *find_untidy(world))
    told = (*world.problems, *proposals, *load_log(world.root)[1])
    return sort_problems((*told, *_in_drafts(world), *_placed(world.root, faults)))


def is_fault(problem: Problem) -> bool:
    """Whether something must be mended; else it is worth knowing."""
    return problem.code not in LINT_NOTES


def _in_quotes(proofs: Iterable[Proof], world: World) -> Iterator[Fault]:
    for proof in proofs:
        if proof.claim.source not in world.documents:
            continue  # told once for the whole file
        message = f"{proof.claim.id} is {proof.verification.status}: {proof.verification.detail}"
        if not proof.intact:
            yield Fault("KB101", message, Path(proof.path), proof.claim.id)
        elif proof.verification.status != "exact":
            yield Fault("KB409", message, Path(proof.path), proof.claim.id, ("quote",))


def _in_drafts(world: World) -> Iterator[Problem]:
    """Hand-written claims: those whose words are nowhere, and those that lack their place or context."""
    for name, file in world.files.items():
        if name in world.documents and file.path:
            done, problems = complete_drafts(file, world.documents[name])
            yield from problems
            before = {claim.id: claim for claim in file.claims}
            for claim in done.claims:
                if with_context(before.get(claim.id, claim), world.documents[name]) != before.get(claim.id):
                    message = f"{claim.id} lacks its {'context' if claim.id in before else 'place'}; {_FILL}"
                    yield Problem("KB415", CODES["KB415"], message, file.path, file.lines.get(claim.id))


_FILL: Final = "to fill it in: leica-kb check --fix"


def _context(world: World) -> LintContext:
    kept = sorted(path.name.partition(".")[0] for path in (world.root / "seeds" / ".texts").glob("*.txt.gz"))
    named = (name for file in world.files.values() for name in (*file.lines, *file.unread))
    return LintContext(
        files=world.files,
        documents=world.documents,
        vocabulary=world.pack.vocabulary,
        value_types=world.pack.value_types,
        qualifiers=frozenset(world.pack.qualifiers),
        decisions={pair: place for pair, place in world.ruled_at.items() if pair[0] != NAME},
        identity=world.identity,
        old_texts=tuple(kept),
        known=frozenset(named),
    )


def _placed(root: Path, faults: Iterable[Fault]) -> Iterator[Problem]:
    """The faults as problems, each with the line of the key that it is about; only their files are read for it."""
    lines: dict[Path, _Lines] = {}
    for fault in faults:
        if fault.path not in lines:
            lines[fault.path] = _Lines(root, fault.path)
        line = fault.line or lines[fault.path].of(fault)
        kind = CODES.get(fault.code) or STORE_CODES[fault.code]
        yield Problem(fault.code, kind, fault.message, fault.path, line)


class _Lines:
    """Where keys stand in one file, read when first asked for."""

    def __init__(self, root: Path, path: Path) -> None:
        self._root = root
        self._path = path
        self._read = False

    def of(self, fault: Fault) -> int | None:
        """The line of the claim's or the file's key; None where the fault names neither."""
        if not fault.claim and not fault.keys:
            return None
        if not self._read:
            self._load()
        if self._document is None:
            return None
        if fault.claim not in self._entries:
            return None if fault.claim else self._document.line(*fault.keys)
        return self._document.line("claims", self._entries[fault.claim], *fault.keys)

    def _load(self) -> None:
        self._read = True
        self._document, self._entries = None, {}
        try:
            parsed = parse_claims(read_file(inside(self._root, self._path)), self._path)
        except InputError:
            return
        self._document = parsed.document
        self._entries = {entry.claim.id: at for at, entry in enumerate(parsed.entries) if entry.claim}
