"""Content → index file: built beside the old one and put in its place in one step, reusing rows that still hold."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from leica_kb.index import rows, words
from leica_kb.index.content import (
    IndexContent,
    SourceContent,
    digest_of,
    merged_rows,
    names_digest,
    to_text,
    vocabulary_digest,
)
from leica_kb.index.opening import StaleIndexError, checksum, open_index
from leica_kb.index.rows import (
    CLAIM_COLUMNS,
    alias_rows,
    claim_row,
    cue_row,
    entity_rows,
    finding_rows,
    kin_rows,
    name_words,
    predicate_rows,
    source_row,
)
from leica_kb.index.schema import APPLICATION_ID, PAGE_SIZE, SCHEMA_DIGEST, SEAL, TABLES
from leica_kb.model import Claim

ABANDONED: Final = 3600.0
"""Seconds after which a half-built file is taken for the rest of a killed process."""

_INSERT_CLAIM: Final = f"INSERT INTO claim VALUES ({', '.join('?' * len(CLAIM_COLUMNS))})"  # noqa: S608  only marks
_TEXT: Final = "(rowid, said, named) SELECT row, said, named FROM claim"


def build_index(path: Path, content: IndexContent) -> None:
    """Make ``path`` the index of this content, writing only what differs from the index that stands there.

    The new file appears whole or not at all, whatever happens meanwhile; readers keep the one they have open. Two
    builders at once each publish a whole file. Sources whose ``claims`` is None are taken over from the standing index
    by id and key; raises StaleIndexError where it does not hold them (see ``indexed_sources``).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    old = _open_old(path)
    try:
        if old is not None and _is_same(old, content):
            return
        fresh = _copy_name(path)
        try:
            _write(fresh, path, content, old)
            _seal(fresh)
            _publish(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
    finally:
        if old is not None:
            old.close()


def _open_old(path: Path) -> sqlite3.Connection | None:
    try:
        return open_index(path, thorough=True)
    except StaleIndexError:
        return None


def _is_same(old: sqlite3.Connection, content: IndexContent) -> bool:
    """Whether the standing index is of this very content."""
    found = _meta(old)
    return found == {**found, **_marks(content), "names": names_digest(content), "rest": _rest_digest(content)}


def _marks(content: IndexContent) -> dict[str, str]:
    """What ``meta`` tells of a content, findings and inputs aside."""
    sources = sorted((source.id, source.key) for source in content.sources)
    names = f"{vocabulary_digest(content)}/{_code_digest()}"
    return {"schema": SCHEMA_DIGEST, "vocabulary": names, "sources": digest_of(sources)}


@cache
def _code_digest() -> str:
    """The digest of the code that decides what stands in a row: where it changes, every row is written anew."""
    code = (Path(str(module.__file__)).read_bytes() for module in (rows, words))
    return hashlib.sha256(b"".join(code)).hexdigest()[:12]


def _copy_name(path: Path) -> Path:
    return path.with_name(f"{path.name}.{os.getpid()}-{time.monotonic_ns()}.tmp")


def _sweep(path: Path) -> None:
    """Remove what killed builds left behind; never a file that a living one may still write."""
    for left in path.parent.glob(f"{path.name}.*.tmp*"):
        try:
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink()
        except FileNotFoundError:
            continue


def _seal(fresh: Path) -> None:
    """Write the checksum of the finished file into its header."""
    with fresh.open("r+b") as file:
        file.seek(SEAL.start)
        file.write(checksum(fresh).to_bytes(len(SEAL), "big"))


def _publish(fresh: Path, path: Path) -> None:
    for place, flags in ((fresh, os.O_RDWR), (path.parent, os.O_RDONLY)):
        if place == path.parent:
            fresh.replace(path)
        handle = os.open(place, flags)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write(fresh: Path, path: Path, content: IndexContent, old: sqlite3.Connection | None) -> None:
    marks = _marks(content)
    kept = old is not None and _meta(old).get("vocabulary") == marks["vocabulary"]
    if kept:
        shutil.copyfile(path, fresh)
    connection = sqlite3.connect(fresh, isolation_level=None)
    try:
        connection.executescript(f"PRAGMA page_size={PAGE_SIZE}; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        connection.execute("BEGIN")
        if not kept:
            _create(connection, content)
        _write_names(connection, content)
        _write_sources(connection, content, old)
        _write_rest(connection, content)
        _write_meta(connection, marks)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _create(connection: sqlite3.Connection, content: IndexContent) -> None:
    """Empty tables, and what the packs say of predicates and questions."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    for statement in TABLES:
        connection.execute(statement)
    connection.executemany("INSERT INTO merged VALUES (?, ?, ?, ?)", merged_rows(content.identity))
    connection.executemany("INSERT INTO predicate VALUES (?, ?, ?)", predicate_rows(content.vocabulary))
    connection.executemany("INSERT INTO cue(data) VALUES (?)", ((to_text(cue_row(cue)),) for cue in content.cues))


def _write_names(connection: sqlite3.Connection, content: IndexContent) -> None:
    """What everything is called and what it lies in: few rows beside the claims, written whole where they differ."""
    digest = names_digest(content)
    if _meta(connection).get("names") == digest:
        return
    known = content.known
    for table in ("entity", "alias", "kin", "name_word"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608  fixed names
    connection.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?)", entity_rows(known))
    connection.executemany("INSERT INTO alias VALUES (?, ?, ?, ?)", alias_rows(known))
    connection.executemany("INSERT INTO kin VALUES (?, ?, ?)", kin_rows(known))
    connection.executemany("INSERT INTO name_word VALUES (?, ?)", name_words(known, content.cues))
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('names', ?)", (digest,))


def _write_sources(connection: sqlite3.Connection, content: IndexContent, old: sqlite3.Connection | None) -> None:
    """Drop the sources that are gone or changed, then add the new ones."""
    standing = dict(connection.execute("SELECT id, key FROM source"))
    wanted = {source.id: source for source in content.sources}
    for name, key in standing.items():
        if name not in wanted or wanted[name].key != key:
            _drop(connection, name)
    for name in sorted(wanted):
        if standing.get(name) != wanted[name].key:
            _add(connection, wanted[name], content, old)


def _drop(connection: sqlite3.Connection, source: str) -> None:
    connection.execute(
        "INSERT INTO claim_text(claim_text, rowid, said, named)"
        " SELECT 'delete', row, said, named FROM claim WHERE source = ?",
        (source,),
    )
    connection.execute("DELETE FROM claim WHERE source = ?", (source,))
    connection.execute("DELETE FROM source WHERE id = ?", (source,))


def _add(
    connection: sqlite3.Connection, source: SourceContent, content: IndexContent, old: sqlite3.Connection | None
) -> None:
    claims = source.claims if source.claims is not None else tuple(_indexed_claims(old, source))
    found = {row[0]: row for row in (claim_row(claim, content.vocabulary, content.identity) for claim in claims)}
    connection.executemany(_INSERT_CLAIM, (found[number] for number in sorted(found)))
    connection.execute(f"INSERT INTO claim_text{_TEXT} WHERE source = ?", (source.id,))
    connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?)", source_row(source))


def _indexed_claims(old: sqlite3.Connection | None, source: SourceContent) -> Iterator[Claim]:
    """The claims of a source as the old index holds them."""
    key = None
    if old is not None:
        found = old.execute("SELECT key FROM source WHERE id = ?", (source.id,)).fetchone()
        key = found[0] if found else None
    if old is None or key != source.key:
        raise StaleIndexError(Path(source.path), f"source {source.id} is not indexed under its present key")
    for (data,) in old.execute("SELECT data FROM claim WHERE source = ?", (source.id,)):
        yield Claim.from_json(json.loads(data))


def _write_rest(connection: sqlite3.Connection, content: IndexContent) -> None:
    """Findings, verifications and the fingerprint: few or cheap, written whole where they differ."""
    rest = _rest_digest(content)
    if _meta(connection).get("rest") == rest:
        return
    for table in ("finding", "finding_claim", "witness", "verification", "input"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608  fixed names
    for finding in sorted(content.findings, key=lambda f: f.id):
        row, links = finding_rows(finding)
        connection.execute("INSERT OR REPLACE INTO finding VALUES (?, ?, ?, ?, ?)", row)
        connection.executemany("INSERT OR IGNORE INTO finding_claim VALUES (?, ?, ?)", links)
    connection.executemany("INSERT INTO witness VALUES (?, ?, ?)", _witness_rows(content))
    verified = sorted({v.claim: v for v in content.verifications}.items())
    statuses = ((name, v.status, v.start, v.end, v.detail) for name, v in verified)
    connection.executemany("INSERT INTO verification VALUES (?, ?, ?, ?, ?)", statuses)
    files = sorted({f.path: f for f in content.inputs}.items())
    connection.executemany(
        "INSERT INTO input VALUES (?, ?, ?, ?)", ((p, f.size, f.mtime_ns, f.sha256) for p, f in files)
    )
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('rest', ?)", (rest,))


def _witness_rows(content: IndexContent) -> list[tuple[str, str, bool]]:
    """Each source with the origin that it is, and whether its sidecar says what it retells."""
    retelling = {source.id for source in content.sources if source.metadata.retells}
    return [(source, name, source in retelling) for source, name in sorted(content.witnesses.items())]


def _rest_digest(content: IndexContent) -> str:
    parts: list[Any] = [
        sorted(to_text(finding.to_json()) for finding in content.findings),
        sorted(to_text(verified.to_json()) for verified in content.verifications),
        sorted([f.path, f.size, f.mtime_ns, f.sha256] for f in content.inputs),
        _witness_rows(content),
    ]
    return digest_of(parts)


def _write_meta(connection: sqlite3.Connection, marks: Mapping[str, str]) -> None:
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", sorted(marks.items()))


def _meta(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT key, value FROM meta"))
