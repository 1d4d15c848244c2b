"""Machine forms: JSON, JSON Lines and CSV, safe to look at in a terminal and the same bytes for the same result."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from leica_kb.render.visible import escaped

CLAIM_COLUMNS: Final = (
    *("id", "source", "subject", "predicate", "object", "qualifiers", "polarity", "modality", "attribution"),
    *("stated", "valid", "quote", "start", "end", "origin", "review"),
)


def dump_json(data: Any) -> str:
    """Indented JSON with a newline at its end."""
    return escaped_lines(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def dump_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """JSON Lines: one compact value a line."""
    return "".join(escaped(json.dumps(row, ensure_ascii=False, separators=(",", ":"))) + "\n" for row in rows)


def escaped_lines(text: str) -> str:
    """JSON text whose own line breaks stay while unseen characters inside strings are escaped."""
    return "\n".join(escaped(row) for row in text.split("\n"))


def dump_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """Claims as a table for spreadsheets: what is not text stands as JSON, and no cell can be taken for a formula."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CLAIM_COLUMNS)
    writer.writerows([_cell(_column(row, name)) for name in CLAIM_COLUMNS] for row in rows)
    return out.getvalue()


def _column(row: Mapping[str, Any], name: str) -> Any:
    if name in ("stated", "valid"):
        return row["time"].get(name, "")
    return row["review"]["state"] if name == "review" else row[name]


def _cell(value: Any) -> str | int:
    if isinstance(value, int):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) if value else ""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
