"""What must hold of the loaders and the writers for any bytes at all, for the fuzzer and the replay of its corpus."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from leica_kb.corpus.sidecars import load_sidecar
from leica_kb.errors import InputError, KbError
from leica_kb.files import parse_yaml
from leica_kb.model import Problem
from leica_kb.packs import load_packs
from leica_kb.review.rows import parse_verdicts
from leica_kb.store import (
    BASE_FILE,
    BASE_ORDER,
    DECISIONS_ORDER,
    ENTITIES,
    ENTITIES_ORDER,
    SIDECAR_ORDER,
    LogEntry,
    NameRuling,
    Orders,
    append_log,
    by_position,
    edit_claims,
    load_base,
    load_log,
    load_rulings,
    parse_claims,
    save_rulings,
    tidy_claims,
    tidy_yaml,
)
from leica_kb.store.entities import add_entity, drop_entity
from leica_kb.store.proposals import parse_proposed

PATH: Final = Path("claims/s.yaml")
MARK: Final = b"#door "
"""Begins a first line that names the door which the rest is for; all other bytes are a file of claims."""


def survive(data: bytes) -> None:
    """Read the bytes through their door; what can be read is written back, changed and tidied."""
    first, _, rest = data.partition(b"\n")
    door = DOORS.get(first.removeprefix(MARK).decode("latin-1")) if first.startswith(MARK) else None
    if door is None:
        _claims(data)
        return
    with tempfile.TemporaryDirectory() as folder:
        door(Path(folder).resolve(), rest)


def _claims(data: bytes) -> None:
    with suppress(InputError):
        parse_proposed(data, "s", PATH)
    parsed = parse_claims(data, PATH)
    _check_told(parsed.problems, data)
    file = parsed.file
    if file is None or not data:
        return
    with suppress(InputError):
        written = parse_claims(edit_claims(data, file), PATH).file
        assert written is not None
        assert (written.claims, written.unread) == (file.claims, file.unread)
    with suppress(InputError):
        changed = by_position([replace(claim, subject="new", start=claim.start + 1) for claim in file.claims[:1]])
        again = parse_claims(edit_claims(data, replace(file, claims=changed)), PATH).file
        assert again is not None
        assert again.claims == changed
    with suppress(InputError):
        tidy = tidy_claims(data, PATH)
        assert tidy_claims(tidy, PATH) == tidy


def _decisions(root: Path, data: bytes) -> None:
    """A ruling that is added changes no other and goes again; where the files cannot be read, nothing is written."""
    path = _put(root, "claims/decisions/decisions.yaml", data)
    rulings, problems = load_rulings(root)
    _check_told(problems, data)
    new = NameRuling(("new-one", "new-two"), "different", "because it is so", "ann", "2026-11-21")
    with suppress(InputError):
        save_rulings(root, [*rulings, new])
        assert set(load_rulings(root)[0]) == {*rulings, new}
        save_rulings(root, rulings)
        assert load_rulings(root)[0] == rulings
    if path.exists():
        _check_tidying(path.read_bytes(), path, DECISIONS_ORDER)


def _entities(root: Path, data: bytes) -> None:
    path = _put(root, str(ENTITIES), data)
    _put(root, "own/pack.yaml", b"name: own\n")
    pack, problems = load_packs(["own"], path, beside=root)
    _check_told(problems, data)
    with suppress(InputError):
        added = add_entity(root, "new-one", "New One", "company")
        known = load_packs(["own"], path, beside=root)[0].vocabulary.entities
        assert problems or known.keys() == {*pack.vocabulary.entities, "new-one"}
        assert not drop_entity(root, added) or (path.read_bytes() if path.exists() else b"").strip() == data.strip()
    _check_tidying(data, path, ENTITIES_ORDER)


def _base(root: Path, data: bytes) -> None:
    path = _put(root, str(BASE_FILE), data)
    with suppress(InputError):
        load_base(root)
    _check_tidying(data, path, BASE_ORDER)


def _sidecar(root: Path, data: bytes) -> None:
    path = _put(root, "seeds/a.yaml", data)
    _check_told(load_sidecar(root, path, Path("seeds/a.yaml")).problems, data)
    _check_tidying(data, path, SIDECAR_ORDER)


def _pack(name: str, root: Path, data: bytes) -> None:
    _put(root, "own/pack.yaml", b"name: own\n")
    _put(root, f"own/{name}.yaml", data)
    with suppress(KbError):  # a pack that it extends may not be there
        _check_told(load_packs(["own"], beside=root)[1], data)


def _verdicts(root: Path, data: bytes) -> None:
    with suppress(InputError):
        _, errors = parse_verdicts(data, root / "verdicts.yaml")
        assert all(error.line and error.line <= len(data) + 1 for error in errors)


def _log(root: Path, data: bytes) -> None:
    """A line that is added is the last, whatever stood before it."""
    _put(root, "claims/log.jsonl", data)
    entries, problems = load_log(root)
    _check_told(problems, data)
    new = LogEntry("ann", "2026-11-21T10:00:00Z", "accept c-000000000001", "seen")
    append_log(root, new)
    assert load_log(root)[0] == (*entries, new)


def _put(root: Path, name: str, data: bytes) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _check_told(problems: Iterable[Problem], data: bytes) -> None:
    for problem in problems:
        assert problem.line is None or 1 <= problem.line <= len(data) + 1
        assert "\x1b" not in str(problem)


def _check_tidying(data: bytes, path: Path, orders: Orders) -> None:
    with suppress(InputError):
        tidy = tidy_yaml(data, path, orders)
        assert tidy_yaml(tidy, path, orders) == tidy
        assert parse_yaml(tidy, path).line() >= 1


DOORS: Final[Mapping[str, Callable[[Path, bytes], None]]] = {
    "decisions": _decisions,
    "entities": _entities,
    "base": _base,
    "sidecar": _sidecar,
    "verdicts": _verdicts,
    "log": _log,
    **{name: partial(_pack, name) for name in ("pack", "predicates", "frames", "patterns", "questions")},
}
