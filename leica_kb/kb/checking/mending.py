"""What ``check --fix`` does: mechanical fields filled in, moved words followed, files brought to canonical form."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from leica_kb.anchor import INTACT
from leica_kb.checks import Fault
from leica_kb.corpus import Limits
from leica_kb.errors import InputError
from leica_kb.files import inside, lock, read_file, write_atomic
from leica_kb.kb.checking.judging import verify_world
from leica_kb.kb.checking.proving import place_claims
from leica_kb.kb.world.drafts import complete_drafts
from leica_kb.kb.world.loading import World, block_at, load_world, sort_problems
from leica_kb.model import Claim, Document, Problem, Span
from leica_kb.model.claim import CONTEXT
from leica_kb.store import (
    BASE_FILE,
    BASE_ORDER,
    CODES,
    DECISIONS_ORDER,
    ENTITIES,
    ENTITIES_ORDER,
    SIDECAR_ORDER,
    ClaimFile,
    Orders,
    by_position,
    dump_claims,
    tidy_claims,
    tidy_yaml,
)

FORM: Final = "canonical form"


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was written, and what was changed in it, in words."""

    path: str
    changes: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The change as ``check --fix --json`` prints it."""
        return {"path": self.path, "changes": list(self.changes)}


@dataclass(frozen=True, slots=True)
class Mending:
    """What ``check --fix`` wrote, and what is left to a person."""

    files: tuple[Mended, ...]
    left: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        """Both lists as ``check --fix --json`` prints them."""
        return {"mended": [file.to_json() for file in self.files], "left": [found.to_json() for found in self.left]}


def mend(root: Path, limits: Limits) -> Mending:
    """Mend what needs no judgement, and tell what is left; meaning and comments are never touched."""
    from leica_kb.kb.checking.linting import problems_in

    with lock(root):
        world = load_world(root, limits)
        done = [_write(root, draft) for draft in sorted(_new_files(world), key=lambda draft: draft.path)]
    mended = tuple(file for file in done if isinstance(file, Mended))
    stuck = [found for found in done if isinstance(found, Problem)]
    return Mending(mended, sort_problems((*problems_in(load_world(root, limits) if mended else world), *stuck)))


def find_untidy(world: World) -> Iterator[Fault]:
    """A note for each file that is not in canonical form; one with worse faults is first to be mended by hand."""
    refused = {found.path for found in world.problems}
    for path, old, new in _tidied(world, refused):
        if old != new:
            yield Fault("KB414", f"not in {FORM}; to bring it there: leica-kb check --fix", path)


@dataclass(frozen=True, slots=True)
class _Draft:
    """New bytes for a file, and what they change."""

    path: Path
    data: bytes
    changes: tuple[str, ...]


def _write(root: Path, draft: _Draft) -> Mended | Problem:
    """What was mended, or why the file cannot be written; one such file never stops the others."""
    try:
        write_atomic(inside(root, draft.path), draft.data)
    except InputError as error:
        return Problem("KB103", CODES["KB103"], error.message, draft.path)
    return Mended(draft.path.as_posix(), draft.changes)


def _new_files(world: World) -> Iterator[_Draft]:
    names = {file.path: name for name, file in world.files.items()}
    for path, old, tidy in _tidied(world):
        form = (FORM,) if tidy != old else ()
        filled, told = _fill(world, names[path], old) if path in names else (None, ())
        new = filled or tidy
        if new != old:
            yield _Draft(path, new, (*told, *form))


def _fill(world: World, name: str, old: bytes) -> tuple[bytes | None, Sequence[str]]:
    """The file's bytes with what its claims lack, and what that is; None where they lack nothing that can be filled."""
    file = world.files[name]
    wanted = _filled(world, name)
    if wanted == file or file.path is None or hashlib.sha256(old).hexdigest() != file.digest:
        return None, ()
    try:
        return tidy_claims(old, file.path, wanted), _in_words(file, wanted)
    except InputError:  # entries that a person must mend first; told already
        return None, ()


def _tidied(world: World, left: Container[Path] = ()) -> Iterator[tuple[Path, bytes, bytes]]:
    """Each readable file that has a canonical form, and is not left: its path, its bytes and those in that form."""
    for file in sorted(world.files.values(), key=lambda file: str(file.path)):
        if file.path is not None and file.path not in left:
            yield from _pair(world.root, file.path, partial(_tidy, file))
    refused = {found.path for found in world.problems}
    for path, order in _small_files(world).items():
        if path not in refused:
            yield from _pair(world.root, path, partial(tidy_yaml, orders=order))


def _tidy(file: ClaimFile, data: bytes, path: Path) -> bytes:
    """The file's bytes in canonical form, at once where they are just that, maybe below a comment for editors."""
    _, _, body = data.partition(b"\n") if data.startswith(b"#") else (b"", b"", data)
    return data if not file.unread and body == dump_claims(file) else tidy_claims(data, path)


def _small_files(world: World) -> Mapping[Path, Orders]:
    sidecars = (Path(document.path).with_suffix(".yaml") for document in world.documents.values())
    rulings = {path for path, _ in world.ruled_at.values()}
    files = {
        BASE_FILE: BASE_ORDER,
        ENTITIES: ENTITIES_ORDER,
        **dict.fromkeys(sorted(sidecars), SIDECAR_ORDER),
        **dict.fromkeys(sorted(rulings), DECISIONS_ORDER),
    }
    return {path: order for path, order in files.items() if (world.root / path).is_file()}


def _pair(root: Path, path: Path, tidy: Callable[[bytes, Path], bytes]) -> Iterator[tuple[Path, bytes, bytes]]:
    try:
        data = read_file(inside(root, path))
        yield path, data, tidy(data, path)
    except InputError:
        return  # told already; a person must mend it first


def _filled(world: World, name: str) -> ClaimFile:
    """The file with the places of hand-written and moved claims, and the context that claims lack."""
    file, document = world.files[name], world.documents.get(name)
    if document is None:
        return file
    found = {seen.claim: seen for seen in verify_world(world, [name])}
    moved = {name for name, seen in found.items() if seen.status in INTACT and seen.status != "exact"}
    if moved:
        file = place_claims(world, name, {name: found[name] for name in moved})
    file, _ = complete_drafts(file, document)
    claims = by_position([with_context(claim, document) for claim in file.claims])
    stands = all(claim.span.of(document.text) == claim.quote for claim in claims)
    return replace(file, claims=claims, text_sha256=document.sha256 if stands else file.text_sha256)


def with_context(claim: Claim, document: Document) -> Claim:
    """The claim with the words on either side, where it has neither and its quote stands where it says."""
    if claim.before or claim.after or claim.span.of(document.text) != claim.quote:
        return claim
    block, text = block_at(document, Span(claim.start, claim.end)), document.text
    before = text[max(block.start, claim.start - CONTEXT) : claim.start]
    return replace(claim, before=before, after=text[claim.end : min(block.end, claim.end + CONTEXT)])


def _in_words(old: ClaimFile, new: ClaimFile) -> Sequence[str]:
    """What was filled in, claim by claim."""
    before = {claim.id: claim for claim in old.claims}
    drafts = {draft.claim.id for draft in old.drafts}
    told = []
    for claim in new.claims:
        known = before.get(claim.id)
        if claim.id in drafts:
            told.append(f"{claim.id} placed")
        elif known and known.span != claim.span:
            told.append(f"{claim.id} moved with its words")
        elif known and known != claim:
            told.append(f"context of {claim.id}")
    return [*told, *(["text_sha256"] if new.text_sha256 != old.text_sha256 else [])]
