"""Writing claims: the file's new bytes, proven before they replace the old ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from leica_kb.errors import InputError
from leica_kb.files import inside, read_file, write_atomic
from leica_kb.model import Claim
from leica_kb.store.canonical import dump_claims
from leica_kb.store.editing import edit_lines
from leica_kb.store.layout import all_comments, find_layout
from leica_kb.store.paths import claims_path, editor_line
from leica_kb.store.reading import ParsedFile, parse_claims
from leica_kb.store.tidying import Orders, order_keys, plain_bytes
from leica_kb.store.values import ClaimFile, by_position

_BOM: Final = b"\xef\xbb\xbf"
_HEAD: Final[Orders] = {(): ("format", "source", "text_sha256", "claims")}


@dataclass(frozen=True, slots=True)
class Edit:
    """A file's new bytes, proven, and the old ones that they may replace."""

    path: Path
    """Relative to the root."""
    old: bytes
    """Empty where there is no such file yet."""
    new: bytes


def save_claims(root: Path, file: ClaimFile) -> bool:
    """Write the file's claims, replacing only the lines of those that changed; whether anything was written.

    Claims need ids. Raises InputError where the file changed since it was loaded: what a person wrote meanwhile wins.
    Whoever calls it holds the lock.
    """
    return bool(write_edits(root, [plan_edit(root, file)]))


def plan_edit(root: Path, file: ClaimFile) -> Edit:
    """What saving the file would write; raises as ``save_claims`` does, and writes nothing."""
    relative = file.path or claims_path(file.source)
    path = inside(root, relative)
    old = read_file(path) if path.exists() else b""
    if (hashlib.sha256(old).hexdigest() if path.exists() else "") != file.digest:
        raise _changed_meanwhile(relative)
    new = edit_claims(old, file)
    return Edit(relative, old, new if old else editor_line(relative, "claims").encode() + new)


def write_edits(root: Path, edits: Sequence[Edit]) -> tuple[Path, ...]:
    """Write the files that differ, all or none; the paths of those written.

    Where one cannot be written, those before it get their old bytes back. Whoever calls it holds the lock.
    """
    changed = [edit for edit in edits if edit.new != edit.old]
    done: list[Edit] = []
    try:
        for edit in changed:
            _write(root, edit)
            done.append(edit)
    except InputError:
        for edit in done:
            _restore(root, edit)
        raise
    return tuple(edit.path for edit in changed)


def _write(root: Path, edit: Edit) -> None:
    path = inside(root, edit.path)
    if (read_file(path) if path.exists() else b"") != edit.old:
        raise _changed_meanwhile(edit.path)
    write_atomic(path, edit.new)


def _restore(root: Path, edit: Edit) -> None:
    path = inside(root, edit.path)
    if edit.old:
        write_atomic(path, edit.old)
    else:
        path.unlink()


def _changed_meanwhile(path: Path) -> InputError:
    return InputError(path, "was changed while this ran, or cannot be read; nothing was written, run it again")


def edit_claims(old: bytes, file: ClaimFile) -> bytes:
    """The bytes of the file with these claims, made from its old bytes (empty: there are none).

    Raises InputError where the old bytes cannot be read, or where what cannot be read in them could not be kept.
    """
    path = file.path or claims_path(file.source)
    if old:
        return _edit(old, path, file)
    new = dump_claims(file)
    if not _says(new, file, path):
        raise InputError(path, "its claims would not read back the same (have all their ids?); nothing was written")
    return new


def tidy_claims(old: bytes, path: Path, wanted: ClaimFile | None = None) -> bytes:
    """The bytes of a file of claims in canonical form, saying what it says or what is wanted.

    Comments, blank lines and entries that cannot be read stay. Raises InputError where the file cannot be read as a
    whole.
    """
    return order_keys(_edit(plain_bytes(old), path, wanted, tidy=True), path, _HEAD)


def _edit(old: bytes, path: Path, wanted: ClaimFile | None, *, tidy: bool = False) -> bytes:
    """The first of the ways to write it that reads back as what is wanted (or, if None, as what it says)."""
    parsed = parse_claims(old, path)
    if parsed.file is None or parsed.document is None:
        first = parsed.problems[0]
        raise InputError(path, f"cannot be written before it can be read: {first.message}", first.line)
    goal = wanted or parsed.file
    for new in _candidates(old, parsed, goal, tidy=tidy):
        if new == old or _says(new, goal, path):
            return new
    what = "holds entries that cannot be read, in a form that cannot be changed line by line; mend them first"
    raise InputError(path, what, next((found.line for found in parsed.problems), None))


def _candidates(old: bytes, parsed: ParsedFile, goal: ClaimFile, *, tidy: bool) -> Iterator[bytes]:
    """The file edited line by line; then, if nothing in it is unread, written anew below all its comments."""
    root = parsed.document.root if parsed.document else None
    bare = old.removeprefix(_BOM)
    text = bare.decode()
    layout = find_layout(text, root)
    if layout is not None and parsed.file is not None:
        lines = edit_lines(layout, parsed.file, parsed.entries, goal, tidy=tidy)
        yield old[: len(old) - len(bare)] + (layout.newline.join(lines) + layout.newline).encode()
    if not goal.unread and all(entry.claim is not None for entry in parsed.entries):
        comments = "".join(f"{comment}\n" for comment in all_comments(text, root))
        yield comments.encode() + dump_claims(goal)


def _says(new: bytes, goal: ClaimFile, path: Path) -> bool:
    """Whether the bytes read back as the goal."""
    file = parse_claims(new, path).file
    if file is None or (file.source, file.text_sha256) != (goal.source, goal.text_sha256):
        return False
    hidden = frozenset(goal.unread)
    completed = {claim.id for claim in goal.claims}
    drafts = [draft.claim for draft in goal.drafts if draft.claim.id not in completed]
    return (
        _shown(file.claims, hidden) == by_position(goal.claims)
        and _shown([draft.claim for draft in file.drafts], hidden) == by_position(drafts)
        and hidden <= {*file.unread, *file.lines}
    )


def _shown(claims: Iterable[Claim], hidden: frozenset[str]) -> tuple[Claim, ...]:
    return by_position([claim for claim in claims if claim.id not in hidden])
