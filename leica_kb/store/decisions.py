"""What people ruled on pairs of claims and of names: kept in small files, the newest words on a pair counting."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from leica_kb.errors import InputError
from leica_kb.files import YamlDocument, YamlLimits, find_name_clashes, inside, parse_yaml, read_file, write_atomic
from leica_kb.model import Problem
from leica_kb.store.door import MOST, refusals
from leica_kb.store.layout import find_layout
from leica_kb.store.name_rulings import NAME, NameRuling, from_model, ruling_lines
from leica_kb.store.paths import CLAIMS
from leica_kb.store.problems import from_error, problem
from leica_kb.store.quoting import quote_scalar

FOLDER: Final = CLAIMS / "decisions"
RULED: Final = FOLDER / "names.yaml"
"""Where rulings on names stand."""
LARGEST: Final = 1_000_000
"""Bytes of a file of decisions that is written; git hosts and merges choke on large ones."""
_READ: Final = YamlLimits(size=2 * LARGEST, nodes=100_000)
"""How much of a file of decisions is read: a merge by hand may make one larger."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A ruling on two claims that a kind of finding sets against each other."""

    kind: str
    claims: tuple[str, str]
    """Ids, the smaller first."""
    digest: str
    """Digest of what was judged; another one now re-opens the pair."""
    verdict: str
    because: str = ""
    by: str = ""
    on: str = ""

    @property
    def pair(self) -> tuple[str, str, str]:
        """What the ruling is on; there is one ruling on each."""
        return (self.kind, *self.claims)


Ruling = Decision | NameRuling
Places = Mapping[tuple[str, str, str], tuple[Path, int]]
"""What each ruling is on → the file and line where it stands."""


def load_decisions(root: Path) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """All rulings on claims, in order of their pairs, and what is wrong with the files."""
    rulings, problems = load_rulings(root)
    return tuple(ruling for ruling in rulings if isinstance(ruling, Decision)), problems


def load_name_rulings(root: Path) -> tuple[tuple[NameRuling, ...], tuple[Problem, ...]]:
    """All rulings on names, in order of their pairs, and what is wrong with the files."""
    rulings, problems = load_rulings(root)
    return tuple(ruling for ruling in rulings if isinstance(ruling, NameRuling)), problems


def load_rulings(root: Path) -> tuple[tuple[Ruling, ...], tuple[Problem, ...]]:
    """All rulings, in order of their pairs, and what is wrong with the files."""
    rulings, _, problems = load_ruled(root)
    return rulings, problems


def load_ruled(root: Path) -> tuple[tuple[Ruling, ...], Places, tuple[Problem, ...]]:
    """All rulings, in order of their pairs, where each stands, and what is wrong with the files."""
    decisions: dict[tuple[str, str, str], Ruling] = {}
    places: dict[tuple[str, str, str], tuple[Path, int]] = {}
    problems: list[Problem] = []
    for shard in _load_shards(root, problems):
        for row in shard.rows:
            if row.decision is None:
                problems.extend(problem("KB108", what, shard.path, row.line) for what in row.refusals)
                continue
            places[row.decision.pair] = (shard.path, row.line)
            if decisions.setdefault(row.decision.pair, row.decision) != row.decision:
                message = f"another ruling on {' and '.join(row.decision.pair[1:])} stands in these files; remove one"
                problems.append(problem("KB108", message, shard.path, row.line))
    return tuple(decisions[pair] for pair in sorted(decisions)), places, tuple(problems)


def save_decisions(root: Path, decisions: Iterable[Decision]) -> bool:
    """Make these the base's rulings on claims, as ``save_rulings`` does; those on names stay."""
    return save_rulings(root, (*load_name_rulings(root)[0], *decisions))


def save_rulings(root: Path, decisions: Iterable[Ruling]) -> bool:
    """Make these the base's rulings; files whose rulings stay the same are not touched. Whether anything was written.

    Raises InputError where a file of rulings cannot be read: it might hold what would then be lost.
    """
    problems: list[Problem] = []
    shards = _load_shards(root, problems)
    if problems:
        raise InputError(problems[0].path, f"{problems[0].message}; no ruling was written", problems[0].line)
    wanted = {decision.pair: decision for decision in decisions}
    written = {row.decision: row.lines for shard in shards for row in shard.rows if row.decision is not None}
    blocks = {pair: written.get(wanted[pair]) or _dump(wanted[pair]) for pair in sorted(wanted)}
    files = _share_out(blocks)
    return _write(root, files, shards)


@dataclass(frozen=True, slots=True)
class _Row:
    """One ruling as it stands, with the comments before it."""

    decision: Ruling | None
    line: int
    lines: tuple[str, ...]
    refusals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shard:
    """One file of rulings."""

    path: Path
    head: tuple[str, ...]
    rows: tuple[_Row, ...]
    tail: tuple[str, ...]


_HEAD: Final = ("format: 1", "decisions:")


def _load_shards(root: Path, problems: list[Problem]) -> list[_Shard]:
    folder = inside(root, FOLDER)
    names = sorted(path.name for path in folder.glob("*.yaml")) if folder.is_dir() else []
    safe, clashes = find_name_clashes(FOLDER / name for name in names)
    problems.extend(clashes)
    shards = []
    for path in safe:
        try:
            shards.append(_parse_shard(read_file(inside(root, path)), path))
        except InputError as error:
            problems.append(from_error(error, path))
    return shards


def _parse_shard(data: bytes, path: Path) -> _Shard:
    document = parse_yaml(data, path, _READ)
    value = document.value
    if not isinstance(value, dict) or value.keys() != {"format", "decisions"} or value["format"] != 1:
        raise InputError(path, "not a file of decisions: format: 1 and decisions: are its keys", 1)
    items = value["decisions"] if value["decisions"] is not None else []
    _refuse_many(items, document, path)
    layout = find_layout(data.decode(), document.root, "decisions") if isinstance(items, list) else None
    if layout is None or len(layout.items) != len(items):
        raise InputError(path, "each decision must stand on lines of its own", document.line("decisions"))
    rows = tuple(
        _to_row(raw, item.first + 1, layout.lines[item.gap : item.last + 1])
        for raw, item in zip(items, layout.items, strict=True)
    )
    begin = layout.items[0].gap if layout.items else len(layout.lines)
    end = layout.items[-1].last + 1 if layout.items else begin
    return _Shard(path, layout.lines[:begin], rows, layout.lines[end:])


def _refuse_many(items: object, document: YamlDocument, path: Path) -> None:
    """Raise InputError at the hundred and first entry that is no ruling at all: this is another kind of file."""
    strange = (at for at, raw in enumerate(items if isinstance(items, list) else ()) if not _looks_like_one(raw))
    if (at := next(islice(strange, MOST, None), None)) is not None:
        message = f"more than {MOST} entries that are no decisions; docs/format.md tells what a decision holds"
        raise InputError(path, message, document.line("decisions", at))


def _looks_like_one(raw: object) -> bool:
    return isinstance(raw, dict) and raw.keys() >= {"kind", "verdict"}


def _to_row(raw: object, line: int, lines: tuple[str, ...]) -> _Row:
    from pydantic import ValidationError

    from leica_kb.store.schema import DecisionModel, NameRulingModel

    try:
        if isinstance(raw, dict) and raw.get("kind") == NAME:
            return _Row(from_model(NameRulingModel.model_validate(raw)), line, lines)
        model = DecisionModel.model_validate(raw)
    except ValidationError as error:
        return _Row(None, line, lines, tuple(what for _, what in refusals(error, raw)))
    left, right = sorted(model.claims)
    return _Row(
        Decision(model.kind, (left, right), model.digest, model.verdict, model.because, model.by, model.on), line, lines
    )


def _dump(ruling: Ruling) -> tuple[str, ...]:
    lines = ruling_lines(ruling) if isinstance(ruling, NameRuling) else _decision_lines(ruling)
    return (f"  - {lines[0]}", *(f"    {line}" for line in lines[1:]))


def _decision_lines(decision: Decision) -> tuple[str, ...]:
    fields = {
        "kind": quote_scalar(decision.kind),
        "claims": f"[{', '.join(quote_scalar(claim, flow=True) for claim in decision.claims)}]",
        "digest": quote_scalar(decision.digest),
        "verdict": quote_scalar(decision.verdict),
        "because": quote_scalar(decision.because) if decision.because else "",
        "by": quote_scalar(decision.by) if decision.by else "",
        '"on"': quote_scalar(decision.on) if decision.on else "",
    }
    return tuple(f"{key}: {value}" for key, value in fields.items() if value)


def _share_out(blocks: Mapping[tuple[str, str, str], Sequence[str]]) -> dict[str, list[tuple[str, ...]]]:
    """The rulings by file stem: names apart; one file or, where too large, sixteen by the next hex digit of a hash."""
    keys = {pair: hashlib.sha256("\0".join(pair).encode()).hexdigest() for pair in blocks}
    todo = {"decisions": [p for p in blocks if p[0] != NAME], "names": [p for p in blocks if p[0] == NAME]}
    files: dict[str, list[tuple[str, ...]]] = {}
    while todo:
        stem, pairs = todo.popitem()
        digits = len(stem.partition("-")[2])
        if sum(_size(blocks[pair]) for pair in pairs) <= LARGEST - 1000 or len(pairs) == 1:
            files[stem] = [tuple(blocks[pair]) for pair in pairs]
            continue
        for pair in pairs:
            part = f"{stem.partition('-')[0]}-{keys[pair][: digits + 1]}"
            todo.setdefault(part, []).append(pair)
    return files


def _size(lines: Sequence[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)


def _write(root: Path, files: Mapping[str, Sequence[tuple[str, ...]]], shards: Sequence[_Shard]) -> bool:
    """New bytes first, and only then less in the files that rulings left, so that a crash doubles and never loses."""
    old = {shard.path.stem: shard for shard in shards}
    grown = [stem for stem in sorted(files) if files[stem]]
    emptied = [stem for stem in sorted(old) if stem not in grown]
    changed = False
    for stem in (*grown, *emptied):
        changed |= _write_shard(root, stem, files.get(stem, ()), old.get(stem))
    return changed


def _write_shard(root: Path, stem: str, blocks: Sequence[tuple[str, ...]], old: _Shard | None) -> bool:
    head, tail = (old.head, old.tail) if old else (_HEAD, ())
    unread = [row.lines for row in old.rows if row.decision is None] if old else []
    path = inside(root, old.path if old else FOLDER / f"{stem}.yaml")
    body = [line for block in (*blocks, *unread) for line in block]
    if not body and not any("#" in line for line in (*head, *tail)):
        existed = path.exists()
        path.unlink(missing_ok=True)
        return existed
    head = head if body or not head[-1].startswith("decisions:") else (*head[:-1], "decisions: []")
    head = tuple("decisions:" if body and line == "decisions: []" else line for line in head)
    data = ("\n".join((*head, *body, *tail)) + "\n").encode()
    if path.exists() and read_file(path) == data:
        return False
    write_atomic(path, data)
    return True
