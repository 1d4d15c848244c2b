"""Taking an article away with exactly its claims."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from leica_kb.corpus import Limits
from leica_kb.errors import UnknownNameError
from leica_kb.files import inside, lock
from leica_kb.kb.answers.builds import Forgotten
from leica_kb.kb.checking.judging import judge_world
from leica_kb.kb.world.acts import author, stamp
from leica_kb.kb.world.loading import World, load_world
from leica_kb.store import LogEntry, claims_path, logged, proposed_path


def forget_source(root: Path, limits: Limits, source: str) -> Forgotten:
    """Remove the article, its sidecar, its claims and its last proposals; git still has them."""
    world = load_world(root, limits)
    if source not in world.documents and source not in world.files:
        raise UnknownNameError("source", source, _near(source, world))
    claims = tuple(claim.id for claim in world.files[source].claims) if source in world.files else ()
    rested = tuple(f.id for f in judge_world(world) if {*f.left, *f.right} & {*claims})
    with lock(root):
        entry = LogEntry(
            author(root), stamp(datetime.now(UTC)), f"forget {source}", "", dict.fromkeys(claims, "forgotten")
        )
        with logged(root, entry):
            removed = tuple(path.as_posix() for path in _files(world, source) if _remove(root, path))
    return Forgotten(source, claims, rested, removed)


def _near(source: str, world: World) -> list[str]:
    from difflib import get_close_matches

    known = sorted({*world.documents, *world.files})
    return [name for name in known if name.startswith(source)][:3] or get_close_matches(source, known, n=3)


def _files(world: World, source: str) -> tuple[Path, ...]:
    document, file = world.documents.get(source), world.files.get(source)
    article = Path(document.path) if document else None
    own = (article, article.with_suffix(".yaml")) if article else ()
    stored = file.path if file and file.path else claims_path(source)
    return (stored, proposed_path(source), *own)


def _remove(root: Path, path: Path) -> bool:
    target = inside(root, path)
    existed = target.exists()
    target.unlink(missing_ok=True)
    return existed
