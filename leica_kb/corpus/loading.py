"""The folder of articles → documents in the order of their ids, and a problem for everything that was left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from leica_kb.corpus.authorship import find_authorship
from leica_kb.corpus.parsing import parse_document
from leica_kb.corpus.problems import problem
from leica_kb.corpus.reading import DEFAULTS, Limits, decode, read_bytes
from leica_kb.corpus.sidecars import SUFFIX, Loaded, find_unsupported, load_sidecar, why_bad_id
from leica_kb.errors import InputError, OutsideRootError
from leica_kb.files import find_name_clashes, inside
from leica_kb.model import Document, Problem

FOLDER: Final = "seeds"
ARTICLE: Final = ".txt"

Outcome = tuple[Document | None, tuple[Problem, ...]]


def load_documents(root: Path, *, limits: Limits = DEFAULTS) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """All articles ``seeds/*.txt`` of a base, sorted by id, and the problems, sorted by path.

    A file that cannot be loaded is a problem and never stops the others.
    """
    paths, problems = _find_articles(root)
    documents: list[Document] = []
    for path in paths:
        document, found = _load(root, path, limits)
        documents += [document] if document else []
        problems += found
    unique, twins = _without_twins(documents)
    return tuple(unique), tuple(sorted([*problems, *twins], key=_place))


def load_document(root: Path | None, path: Path, *, limits: Limits = DEFAULTS) -> tuple[Document, tuple[Problem, ...]]:
    """One article that the caller names, and the problems that do not keep it out; raises InputError for those that do.

    With a root the file must lie inside it; without one it may lie anywhere and needs no sidecar.
    """
    document, problems = _load(root, path if root is None else root / path, limits)
    if document is None:
        worst = problems[-1]
        raise InputError(path, worst.message, worst.line)
    return document, problems


def _place(found: Problem) -> tuple[str, int, str, str]:
    return found.path.as_posix(), found.line or 0, found.code, found.message


def _find_articles(root: Path) -> tuple[Sequence[Path], list[Problem]]:
    folder = root / FOLDER
    try:
        inside(root, folder)
        names = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OutsideRootError:
        return (), [problem("outside-root", Path(FOLDER), "the folder is a link that leads out of the base")]
    except (FileNotFoundError, NotADirectoryError):
        message = f"no folder of articles here; make {FOLDER}/ and put one .txt file into it for each article"
        return (), [problem("missing-folder", Path(FOLDER), message)]
    except OSError as error:
        return (), [problem("not-readable", Path(FOLDER), f"cannot be listed: {error.strerror}")]
    articles = [path for path in names if path.suffix.lower() == ARTICLE]
    if not articles:
        message = f"no article here; put one .txt file into {FOLDER}/ for each article"
        return (), [problem("missing-folder", Path(FOLDER), message), *_orphans(names, articles)]
    clean, clashes = find_name_clashes(path.relative_to(root) for path in articles)
    return [root / path for path in clean], [*clashes, *_orphans(names, articles)]


def _orphans(names: Iterable[Path], articles: Iterable[Path]) -> Iterator[Problem]:
    stems = {path.stem for path in articles}
    for path in names:
        if path.suffix in (SUFFIX, ".yml") and path.stem not in stems:
            message = f"a sidecar without its article {path.stem}{ARTICLE}; rename or remove it"
            yield problem("sidecar-without-article", Path(FOLDER) / path.name, message)
        elif path.suffix == ".yml":
            message = f"sidecars end with {SUFFIX}; rename it to {path.stem}{SUFFIX}, for now it is not read"
            yield problem("sidecar-without-article", Path(FOLDER) / path.name, message)


def _load(root: Path | None, path: Path, limits: Limits) -> Outcome:
    shown = _shown(root, path)
    data = read_bytes(root, path, shown, limits.max_bytes)
    if isinstance(data, Problem):
        return None, (data,)
    text = decode(data, shown, limits)
    if isinstance(text, Problem):
        return None, (text,)
    sidecar = _sidecar(root, path, shown) or _unaccompanied(root, shown, text.text)
    problems = [*text.problems, *sidecar.problems]
    if not sidecar.usable:
        return None, tuple(problems)
    name = sidecar.id or path.stem
    if sidecar.id is None and root is not None and (why := why_bad_id(name)):
        return None, (*problems, problem("bad-id", shown, why))
    problems += find_unsupported(sidecar.metadata, text.text, sidecar, shown.with_suffix(SUFFIX))
    document = parse_document(text.text, id=name, metadata=sidecar.metadata, path=shown.as_posix(), sha256=text.sha256)
    return document, tuple(problems)


def _sidecar(root: Path | None, path: Path, shown: Path) -> Loaded | None:
    beside = path.with_suffix(SUFFIX)
    there = beside.exists() or beside.is_symlink()
    return load_sidecar(root, beside, shown.with_suffix(SUFFIX)) if there else None


def _unaccompanied(root: Path | None, shown: Path, text: str) -> Loaded:
    """What an article without a sidecar tells of itself; within a base the lack is told."""
    known = find_authorship(text)
    if root is None:
        return Loaded(known)
    words = [words for kept in known.basis.values() for words in kept]
    unknown = "title and publisher" if known.published else "title, publisher and date"
    message = f"no sidecar {shown.with_suffix(SUFFIX).name}: {unknown} of the article are unknown"
    read = f" (read from its head: {', '.join(words)})" if words else ""
    return Loaded(known, problems=(problem("missing-sidecar", shown, message + read),))


def _shown(root: Path | None, path: Path) -> Path:
    """The path as people and tools see it: relative to the base."""
    if root is None:
        return path
    return path.relative_to(root) if path.is_relative_to(root) else path


def _without_twins(documents: Sequence[Document]) -> tuple[Sequence[Document], Sequence[Problem]]:
    """One document for each id: the one whose file has that name, else the first by path; the others are problems."""
    same: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        same[document.id.casefold()].append(document)
    kept: list[Document] = []
    problems: list[Problem] = []
    for twins in same.values():
        first, *others = sorted(twins, key=lambda twin: (Path(twin.path).stem != twin.id, twin.path))
        kept.append(first)
        for other in others:
            message = f"has the id «{other.id}», which {first.path} has too; give one of them another id in its sidecar"
            problems.append(problem("duplicate-id", Path(other.path), message))
    return sorted(kept, key=lambda document: document.id), problems
