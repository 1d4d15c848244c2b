"""The index that look-ups read: whether it still says what the files say, and making it anew from them."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import leica_kb
from leica_kb.errors import OutsideRootError
from leica_kb.files import inside
from leica_kb.index import StaleIndexError, check_freshness, open_index
from leica_kb.model import Metadata

if TYPE_CHECKING:
    from leica_kb.index import IndexContent, SourceContent
    from leica_kb.kb.world.loading import World
    from leica_kb.model import Document, Finding, Verification

INDEX: Final = Path(".leica_kb") / "index.sqlite"
NOTICES: Final = Path(".leica_kb") / "notices.json"
PACKAGE: Final = Path(leica_kb.__file__).parent
_ROOMS: Final = ("anchor", "checks", "corpus", "index", "kb", "lang", "packs")
"""Rooms whose code decides what stands in the index: when one changes, the index is made anew."""
_FOLDERS: Final = (("claims", ".yaml"), ("claims/decisions", ".yaml"), ("seeds", ".txt"), ("seeds", ".yaml"))


def input_paths(root: Path) -> Iterator[Path]:
    """Every file that the index is made from, without reading any."""
    for folder, suffix in _FOLDERS:
        with suppress(OSError, OutsideRootError):
            for entry in os.scandir(inside(root, folder)):
                path = root / folder / entry.name
                if path.suffix == suffix and entry.is_file() and not (entry.is_symlink() and _leads_out(root, path)):
                    yield path
    for room in _ROOMS:
        yield from (PACKAGE / room).glob("*.py")
    yield from (PACKAGE / "kb").glob("[a-z]*/*.py")
    yield from (PACKAGE / "packs").glob("*/*.yaml")


def _leads_out(root: Path, path: Path) -> bool:
    try:
        inside(root, path)
    except OutsideRootError:
        return True
    return False


def open_fresh(root: Path) -> sqlite3.Connection | None:
    """A connection to the index, or None where it no longer says what the files say."""
    try:
        connection = open_index(inside(root, INDEX))
    except StaleIndexError:
        return None
    heads = connection.execute("SELECT path FROM input WHERE path LIKE '%/pack.yaml'")
    packs = (path for row in heads for path in (root / row[0]).parent.glob("*.yaml"))
    paths = {*input_paths(root), *packs}
    if (root / NOTICES).is_file() and check_freshness(connection, root, paths).fresh:
        return connection
    connection.close()
    return None


def load_notices(root: Path) -> tuple[str, ...]:
    """What a person should know beside any answer: seeds newer than their claims, files with faults."""
    try:
        data = json.loads(inside(root, NOTICES).read_text(encoding="utf-8"))
    except (OSError, ValueError, OutsideRootError):
        return ()
    return tuple(str(notice) for notice in data) if isinstance(data, list) else ()


def refresh_index(
    world: World, findings: Sequence[Finding], verifications: Sequence[Verification]
) -> sqlite3.Connection:
    """Make the index say what the world says, and open it."""
    from leica_kb.files import write_atomic
    from leica_kb.index import build_index

    path = inside(world.root, INDEX)
    content = _content(world, findings, verifications)
    build_index(path, content)
    notices = json.dumps(notices_of(world), ensure_ascii=False)
    write_atomic(inside(world.root, NOTICES), notices.encode())
    return open_index(path)


def notices_of(world: World) -> tuple[str, ...]:
    """One line for what is newer than its claims, one for what is wrong in the files."""
    faults = sum(problem.kind != "missing-sidecar" for problem in world.problems)  # wanted, and nothing wrong
    return tuple(line for line in (_outdated(world.outdated), _faults(faults)) if line)


def _outdated(names: Sequence[str]) -> str:
    if not names:
        return ""
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    verb = "is" if len(names) == 1 else "are"
    return f"{shown} {verb} newer than the claims; to read the articles again: leica-kb build"


def _faults(count: int) -> str:
    noun = "problem" if count == 1 else "problems"
    return f"{count} {noun} in the files of this base; to see them: leica-kb check" if count else ""


def _content(world: World, findings: Sequence[Finding], verifications: Sequence[Verification]) -> IndexContent:
    from leica_kb.index import IndexContent, read_input
    from leica_kb.kb.checking.judging import context_of
    from leica_kb.kb.naming.undeclared import undeclared_entities

    paths = {*input_paths(world.root), *_outer_packs(world)}
    context = context_of(world)
    return IndexContent(
        sources=tuple(_sources(world)),
        vocabulary=world.vocabulary,
        identity=world.identity,
        cues=world.pack.questions,
        findings=tuple(findings),
        verifications=tuple(verifications),
        inputs=tuple(read_input(world.root, path) for path in sorted(paths)),
        undeclared=undeclared_entities(world.pack, context, map(world.identity.read, world.claims)),
        witnesses=context.witnesses,
    )


def _outer_packs(world: World) -> Iterable[Path]:
    """Files of packs that the base brings itself."""
    from leica_kb.store import load_base

    folders = (world.root / name for name in load_base(world.root).packs)
    return [path for folder in folders if (folder / "pack.yaml").is_file() for path in folder.glob("*.yaml")]


def _sources(world: World) -> Iterator[SourceContent]:
    """Every article, and every file of claims whose article is gone."""
    from leica_kb.index import SourceContent
    from leica_kb.kb.answers.names import with_opening

    for name in sorted({*world.documents, *world.files}):
        document, file = world.documents.get(name), world.files.get(name)
        parts = (file.digest if file else "", repr(with_opening(document)) if document else "", _hash(document))
        yield SourceContent(
            id=name,
            key="/".join(_short(part) for part in parts),
            path=document.path if document else "",
            sha256=_hash(document),
            metadata=with_opening(document) if document else Metadata(),
            caveat=document.caveat if document else None,
            claims=file.claims if file else (),
        )


def _hash(document: Document | None) -> str:
    return document.sha256 if document else ""


def _short(part: str) -> str:
    return hashlib.sha256(part.encode()).hexdigest()[:20]
