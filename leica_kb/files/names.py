"""File names that one system keeps apart and another does not."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from leica_kb.model import Problem


def find_name_clashes(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The paths that are safe everywhere, in order, and a problem for each that has a twin by case or form.

    Such twins would overwrite each other in a checkout on a system that folds names, so none of them is to be read.
    """
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(set(paths)):
        groups[_folded(path)].append(path)
    safe = sorted(group[0] for group in groups.values() if len(group) == 1)
    twins = sorted((path, group) for group in groups.values() if len(group) > 1 for path in group)
    return tuple(safe), tuple(_problem(path, group) for path, group in twins)


def _folded(path: Path) -> str:
    name = unicodedata.normalize("NFC", path.as_posix()).casefold()
    return unicodedata.normalize("NFC", name)


def _problem(path: Path, group: list[Path]) -> Problem:
    others = ", ".join(other.name for other in group if other != path)
    message = f"differs from {others} only by case or Unicode form, so neither is read; rename one of them"
    return Problem("KB001", "name-clash", message, path)
