"""What ``check`` found last, kept beside the index, so that an unchanged base is not read again."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import leica_kb
from leica_kb.model import Problem

if TYPE_CHECKING:
    from leica_kb.kb.world.loading import World

CHECKED: Final = Path(".leica_kb") / "checked.json"
_FOLDERS: Final = ("claims", "claims/.proposed", "claims/decisions", "seeds", "seeds/.texts")
_SETTLED_NS: Final = 2_000_000_000
"""A file written this shortly before it was read may have changed since without a new time (FAT counts in twos)."""


def load_checked(root: Path) -> tuple[Problem, ...] | None:
    """What was found, or None where a file of the base, its packs or the program may have changed since."""
    try:
        kept = json.loads((root / CHECKED).read_bytes())
        if kept["state"] != _state(root, [Path(name) for name in kept["packs"]])[0]:
            return None
        return tuple(Problem(p["code"], p["kind"], p["message"], Path(p["path"]), p["line"]) for p in kept["problems"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


class Checking:
    """The state of a base's files before they are read, to be kept with what is found in them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._begun = time.time_ns()
        self._before, self._newest = _state(root, ())

    def save(self, world: World, problems: Sequence[Problem]) -> None:
        """Keep what was found, unless a file changed meanwhile or only a moment before."""
        from leica_kb.files import write_atomic

        packs = [folder for folder in world.pack.folders if not folder.is_relative_to(Path(leica_kb.__file__).parent)]
        state, newest = _state(self._root, packs)
        unchanged = self._before == _state(self._root, ())[0]
        if not unchanged or max(newest, self._newest) > self._begun - _SETTLED_NS:
            return
        kept = {
            "state": state,
            "packs": [str(folder) for folder in packs],
            "problems": [found.to_json() for found in problems],
        }
        write_atomic(self._root / CHECKED, json.dumps(kept, ensure_ascii=False).encode())


def _state(root: Path, packs: Iterable[Path]) -> tuple[str, int]:
    """A digest of name, size, rights and times of every file that decides what is found, and the latest time."""
    whole, newest = hashlib.sha256(), 0
    for name, status in _statuses(root, packs):
        times = (status.st_mtime_ns, status.st_ctime_ns)
        whole.update(os.fsencode(f"{name}\0{status.st_size} {status.st_mode} {times}\n"))
        newest = max(newest, *times)
    return whole.hexdigest(), newest


def _statuses(root: Path, packs: Iterable[Path]) -> Iterator[tuple[str, os.stat_result]]:
    program = Path(leica_kb.__file__).parent
    rooms = sorted(folder for folder in program.rglob("*") if folder.is_dir() and folder.name != "__pycache__")
    for folder in (*(root / name for name in _FOLDERS), *sorted(packs), program, *rooms):
        yield from sorted(_in_folder(folder), key=lambda found: found[0])


def _in_folder(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Name and status of each file; of a link also what it leads to."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_symlink():
                    yield f"{entry.path} ->", entry.stat(follow_symlinks=False)
                if entry.is_file():
                    yield entry.path, entry.stat()
    except OSError:
        return
