"""Rows → values: a claim comes back only if its row is what was written."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from leica_kb.index.opening import StaleIndexError
from leica_kb.model import Claim

BATCH: Final = 400


def to_claim(data: str, crc: int) -> Claim:
    """The claim of a row; raises StaleIndexError where the row is not what the build wrote."""
    if zlib.crc32(data.encode()) != crc:
        raise StaleIndexError(Path("index"), "damaged (a claim's row fails its checksum)")
    return Claim.from_json(json.loads(data))


def select_claims(connection: sqlite3.Connection, query: str, values: Sequence[Any] = ()) -> tuple[Claim, ...]:
    """The claims of a query that selects ``data, crc``."""
    return tuple(to_claim(data, crc) for data, crc in connection.execute(query, values))


def claims_by_ids(connection: sqlite3.Connection, ids: Iterable[str]) -> tuple[Claim, ...]:
    """The claims with these ids, in the order asked; unknown ids are left out, rejected claims are not."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, list[Claim]] = {}
    for at in range(0, len(wanted), BATCH):
        batch = wanted[at : at + BATCH]
        marks = ", ".join("?" * len(batch))
        query = f"SELECT data, crc FROM claim WHERE id IN ({marks}) ORDER BY source, start, id"  # noqa: S608  only marks
        for claim in select_claims(connection, query, batch):
            found.setdefault(claim.id, []).append(claim)
    return tuple(claim for name in wanted for claim in found.get(name, ()))
