"""A base as a git commit has it: its files read object by object, without hooks, filters or a checkout."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from leica_kb.errors import KbError, OutsideRootError
from leica_kb.files import inside
from leica_kb.files.reading import MAX_BYTES

_SAFE: Final = (
    *("--no-pager", "--no-replace-objects", "--no-optional-locks"),
    *("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never"),
)
"""So that a repository of strangers runs nothing and fetches nothing."""
_INHERITED: Final = frozenset(
    ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY")
)
"""What git sets for its hooks, and what would lead to another repository than the base's."""
_PATIENCE: Final = 120.0
_BATCH: Final = 500
_FILE_MODES: Final = (b"100644", b"100755")
"""Ordinary files; links and submodules are left out."""
PACK: Final = "pack.yaml"


class RevisionError(KbError):
    """No commit that could be compared."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, by the name that was asked for and by its hash."""

    asked: str
    commit: str

    @property
    def label(self) -> str:
        """What a person calls it: the short hash, and the name where that is another."""
        short = self.commit[:7]
        return short if self.commit.startswith(self.asked) else f"{self.asked} ({short})"


def find_revisions(root: Path, asked: str) -> tuple[Revision, Revision | None]:
    """The commits of ``REV`` (the second is then the working tree) or ``REV..REV``; raises RevisionError."""
    if "..." in asked:
        raise RevisionError(f"«{asked}»: write REV..REV with two points")
    left, points, right = asked.partition("..")
    old = _find(root, left or "HEAD")
    return old, _find(root, right or "HEAD") if points else None


def restore(root: Path, revision: Revision, folder: Path) -> Path:
    """Write the base's files, and the packs of its repository, as the commit has them; where the base then lies."""
    prefix = _git(root, "rev-parse", "--show-prefix").decode(errors="surrogateescape").strip("\n")
    found = list(_list_files(root, revision))
    packs = {str(PurePosixPath(name).parent) for name, _, _ in found if PurePosixPath(name).name == PACK}
    wanted = [file for file in found if _is_wanted(file[0], prefix, packs)]
    for at in range(0, len(wanted), _BATCH):
        _write(root, wanted[at : at + _BATCH], folder)
    base = folder / prefix
    for name in ("claims", "seeds"):
        (base / name).mkdir(parents=True, exist_ok=True)
    return base


def _find(root: Path, name: str) -> Revision:
    unknown = RevisionError(f"no commit «{name}» in the repository of {root}; to see them: git log --oneline")
    if name.startswith("-") or "\0" in name:
        raise unknown
    try:
        _git(root, "rev-parse", "--git-dir")
    except RevisionError as error:
        raise RevisionError(f"{error}; a repository begins with: git init") from error
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except RevisionError as error:
        raise unknown from error
    return Revision(name, commit.decode().strip())


_File = tuple[str, str, int]
"""Path in the repository, object id, size."""


def _list_files(root: Path, revision: Revision) -> Iterator[_File]:
    listing = _git(root, "ls-tree", "-r", "-z", "--long", "--full-tree", revision.commit)
    for row in listing.split(b"\0"):
        about, _, name = row.partition(b"\t")
        mode, _, oid, size = about.split() if about else (b"", b"", b"", b"")
        if mode in _FILE_MODES:
            yield os.fsdecode(name), oid.decode(), int(size)


def _is_wanted(name: str, prefix: str, packs: set[str]) -> bool:
    if name.endswith(".yaml") and str(PurePosixPath(name).parent) in packs:
        return True
    first, *rest = name.removeprefix(prefix).split("/")
    hidden = any(part.startswith(".") for part in rest)
    return name.startswith(prefix) and first in ("claims", "seeds") and not hidden


def _write(root: Path, files: Sequence[_File], folder: Path) -> None:
    read = [(name, oid) for name, oid, size in files if size <= MAX_BYTES]
    output = _git(root, "cat-file", "--batch", given="".join(f"{oid}\n" for _, oid in read).encode())
    at = 0
    for name, _ in read:
        end = output.index(b"\n", at)
        size = int(output[at:end].split()[2])
        _put(folder, name, output[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    for name, _, size in files:
        if size > MAX_BYTES:  # as large as it was, so that its reader refuses it as it would have then
            _put(folder, name, b"")
            os.truncate(inside(folder, name), size)


def _put(folder: Path, name: str, data: bytes) -> None:
    """Write one file, unless its name leads out of the folder."""
    try:
        path = inside(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except (OutsideRootError, OSError):  # a name that this system cannot hold: its claims are then not there
        return


def _git(root: Path, *words: str, given: bytes = b"") -> bytes:
    """What git prints; raises RevisionError where it fails."""
    settled = {name: value for name, value in os.environ.items() if name not in _INHERITED}
    settled |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    command = ["git", *_SAFE, "-C", str(root), *words]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False, timeout=_PATIENCE, env=settled)  # noqa: S603  fixed words, hashes, and names after --end-of-options
    except FileNotFoundError as error:
        raise RevisionError("git is not installed; diff compares commits of the base's git repository") from error
    except subprocess.TimeoutExpired as error:
        raise RevisionError(f"git has not answered in {_PATIENCE:.0f} seconds") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0] or "no reason given"
        raise RevisionError(f"{root}: diff compares commits, and git says: {said}")
    return done.stdout
