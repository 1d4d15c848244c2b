"""Pages of docs/ that are made of tables: ``python -m tests.documents`` writes them anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from leica_kb.kb.checking.codes import Code, load_codes
from leica_kb.kb.world.schemas import KINDS, dump_schema, make_schema

DOCS: Final = Path(__file__).parent.parent / "docs"
CHECKS: Final = DOCS / "checks.md"
SCHEMA: Final = DOCS / "schema"
_GROUPS: Final = {
    "KB0": "File names",
    "KB1": "Files of claims and what lies beside them",
    "KB2": "Articles and their sidecars",
    "KB3": "Packs and entities",
    "KB4": "The base as a whole",
}


def checks_page() -> str:
    """docs/checks.md: what stands above its first heading of a group by hand, then every code from the table."""
    head = CHECKS.read_text(encoding="utf-8").partition("\n## KB0")[0].rstrip()
    codes = load_codes()
    sections = [
        f"## {group}xx: {title}\n\n" + "\n".join(_entry(code) for name, code in codes.items() if name.startswith(group))
        for group, title in _GROUPS.items()
    ]
    return "\n\n".join([head, *(section.rstrip() for section in sections)]) + "\n"


def _entry(code: Code) -> str:
    marks = [mark for mark, given in (("note", code.note), ("`--fix` mends it", code.fix)) if given]
    title = f"### {code.code} {code.kind}" + (f" ({', '.join(marks)})" if marks else "")
    return f"{title}\n\n{code.means}\n\n- Example: {code.example}\n- Repair: {code.repair}\n"


def schema_files() -> dict[Path, str]:
    """docs/schema/: the schema of each kind of file."""
    return {SCHEMA / f"{kind.name}.json": dump_schema(make_schema(kind.name)) for kind in KINDS}


def main() -> int:
    """Write the pages anew."""
    SCHEMA.mkdir(exist_ok=True)
    for path, text in {CHECKS: checks_page(), **schema_files()}.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
