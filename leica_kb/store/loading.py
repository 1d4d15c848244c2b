"""The stored files of a base: its mark, and the claims of all its sources."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from leica_kb.errors import InputError, OutsideRootError
from leica_kb.files import collector_paused, find_name_clashes, inside, parse_yaml, read_file
from leica_kb.model import Problem
from leica_kb.store.door import refusals
from leica_kb.store.kept import forget_others, recall, remember
from leica_kb.store.paths import BASE_FILE, CLAIMS, RESERVED, claims_path
from leica_kb.store.problems import from_error, problem
from leica_kb.store.reading import parse_claims
from leica_kb.store.values import Base, ClaimFile

_SUFFIX: Final = ".yaml"


def load_base(root: Path) -> Base:
    """What claims/kb.yaml says, or the default without one; raises InputError where it cannot be read."""
    if not (root / BASE_FILE).exists():
        return Base()
    from pydantic import ValidationError

    from leica_kb.store.schema import BaseModelFile

    document = parse_yaml(read_file(inside(root, BASE_FILE)), BASE_FILE)
    try:
        model = BaseModelFile.model_validate(document.value)
    except ValidationError as error:
        keys, what = refusals(error, document.value)[0]
        raise InputError(BASE_FILE, what, document.line(*keys)) from error
    return Base(model.format, model.packs)


def load_claims(root: Path, *, kept: Path | None = None) -> tuple[tuple[ClaimFile, ...], tuple[Problem, ...]]:
    """The claims of every source, by source, and what is wrong with the files; entries that are wrong are left out.

    In the folder ``kept`` it is remembered what each file was read as, so that no content is parsed twice.
    """
    paths, problems = _find_files(root)
    files: list[ClaimFile] = []
    with collector_paused():
        for path in paths:
            file, found = _load_once(root, path, kept) if kept else load_claim_file(root, path)
            problems.extend(found)
            files.extend([file] if file else [])
    if kept:
        forget_others(kept, {file.digest for file in files})
    files = _refuse_same_source(files, problems)
    files = _refuse_same_ids(files, problems)
    return tuple(sorted(files, key=lambda file: file.source)), tuple(sorted(problems, key=_place))


def load_claim_file(root: Path, path: Path) -> tuple[ClaimFile | None, tuple[Problem, ...]]:
    """The claims of one file, its path relative to the root; None where not even the head can be read."""
    try:
        data = read_file(inside(root, path))
    except InputError as error:
        return None, (from_error(error, path),)
    except OutsideRootError as error:
        return None, (problem("KB103", str(error), path),)
    return _parse(data, path)


def _load_once(root: Path, path: Path, kept: Path) -> tuple[ClaimFile | None, tuple[Problem, ...]]:
    """The claims of one file; its YAML is parsed only where nobody has read these bytes before."""
    try:
        data = read_file(inside(root, path))
    except (InputError, OutsideRootError):
        return load_claim_file(root, path)  # tells what is wrong
    if known := recall(kept, hashlib.sha256(data).hexdigest(), path):
        return known, ()
    file, problems = _parse(data, path)
    if file is not None and not problems:
        remember(kept, file)
    return file, problems


def _parse(data: bytes, path: Path) -> tuple[ClaimFile | None, tuple[Problem, ...]]:
    parsed = parse_claims(data, path)
    if parsed.file and path.name != (wanted := claims_path(parsed.file.source).name):
        misnamed = problem("KB107", f"holds claims of {parsed.file.source}; rename it to {wanted}", path)
        return parsed.file, (*parsed.problems, misnamed)
    return parsed.file, parsed.problems


def claims_digest(root: Path) -> str:
    """One digest of the bytes of every file that ``load_claims`` reads."""
    paths, _ = _find_files(root)
    whole = hashlib.sha256()
    for path in paths:
        data = hashlib.sha256(read_file(root / path)).hexdigest()
        whole.update(f"{path.as_posix()}\0{data}\n".encode())
    return whole.hexdigest()


def _find_files(root: Path) -> tuple[tuple[Path, ...], list[Problem]]:
    folder = inside(root, CLAIMS)
    names = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    shown = [CLAIMS / name for name in names if not name.startswith(".")]
    paths = [path for path in shown if path.suffix == _SUFFIX and path.stem not in RESERVED]
    problems = [
        problem("KB107", f"is not read: its name must end in {_SUFFIX}; rename it", path)
        for path in shown
        if path.suffix != _SUFFIX and path.suffix.lower() in (_SUFFIX, ".yml")
    ]
    safe, clashes = find_name_clashes(paths)
    return safe, [*problems, *clashes]


def _refuse_same_source(files: Iterable[ClaimFile], problems: list[Problem]) -> list[ClaimFile]:
    """The first file of each source; a second one is told and left out."""
    first: dict[str, ClaimFile] = {}
    for file in files:
        if (known := first.setdefault(file.source, file)) is not file:
            message = f"source {file.source} has its claims in {known.path} already; move them there"
            problems.append(problem("KB106", message, file.path or CLAIMS))
    return list(first.values())


def _refuse_same_ids(files: Iterable[ClaimFile], problems: list[Problem]) -> list[ClaimFile]:
    """The files without claims whose id an earlier file has; on saving their entries stay as they are."""
    owners: dict[str, ClaimFile] = {}
    return [_without_foreign_ids(file, owners, problems) for file in files]


def _without_foreign_ids(file: ClaimFile, owners: dict[str, ClaimFile], problems: list[Problem]) -> ClaimFile:
    foreign = [name for name in file.lines if owners.setdefault(name, file) is not file]
    for name in foreign:
        message = f"id {name} stands in {owners[name].path} already; leave it out and build gives a new one"
        problems.append(problem("KB105", message, file.path or CLAIMS, file.lines[name]))
    if not foreign:
        return file
    return replace(
        file,
        claims=tuple(claim for claim in file.claims if claim.id not in foreign),
        drafts=tuple(draft for draft in file.drafts if draft.claim.id not in foreign),
        unread=(*file.unread, *foreign),
    )


def _place(found: Problem) -> tuple[str, int, str, str]:
    return (found.path.as_posix(), found.line or 0, found.code, found.message)
