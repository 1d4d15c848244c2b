"""Where a base lies, and which paths are inside it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from leica_kb.errors import NotABaseError, OutsideRootError

ROOT_VARIABLE: Final = "LEICA_KB_ROOT"


def find_root(start: Path | None = None) -> Path:
    """The nearest folder, from the start upwards, that holds ``claims/kb.yaml`` or ``seeds/``.

    Without a start, the environment variable LEICA_KB_ROOT and then the current folder is taken.
    Raises NotABaseError where there is none.
    """
    named = start if start is not None else Path(os.environ.get(ROOT_VARIABLE) or ".")
    folder = named.absolute()
    for candidate in (folder, *folder.parents):
        if _is_base(candidate):
            return candidate.resolve()
    raise NotABaseError(named)


def _is_base(folder: Path) -> bool:
    try:
        return (folder / "claims" / "kb.yaml").is_file() or (folder / "seeds").is_dir()
    except (OSError, ValueError):  # not ours to look into, or no path at all (NUL)
        return False


def inside(root: Path, path: Path | str) -> Path:
    """The resolved path of a file or folder of the base, whether it exists yet or not.

    Relative paths start at the root. Raises OutsideRootError where ``..``, an absolute name or a link leads out.
    """
    try:
        base = root.resolve()
        target = (base / path).resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a name too long, links in a ring, NUL
        raise OutsideRootError(path, root) from error
    if not target.is_relative_to(base):
        raise OutsideRootError(path, root)
    return target
