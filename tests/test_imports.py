"""The contracts of pyproject.toml: rooms import only rooms below them; a look-up never pays for pydantic or yaml."""

from __future__ import annotations

from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent


def test_rooms_import_only_rooms_below_them() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_logo=True) == 0


def test_no_room_names_a_path_of_the_machine_it_was_written_on() -> None:
    folders = (ROOT / "leica_kb", ROOT / "tests", ROOT / "docs", ROOT / ".ci")
    texts = (p for folder in folders for p in folder.rglob("*") if p.suffix in {".py", ".md", ".yaml", ".toml"})
    machine = "/" + "work/"
    assert [path for path in texts if machine in path.read_text(encoding="utf-8")] == []
