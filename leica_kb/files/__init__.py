"""The file system and YAML, made safe once for every room: root-safe paths, whole writes, the lock, bounded reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from leica_kb.files.collector import collector_paused
    from leica_kb.files.locking import lock
    from leica_kb.files.names import find_name_clashes
    from leica_kb.files.reading import read_file
    from leica_kb.files.roots import find_root, inside
    from leica_kb.files.writing import make_folder, write_atomic
    from leica_kb.files.yaml_document import YamlDocument, YamlLimits, parse_yaml
    from leica_kb.files.yaml_scalars import resolve_plain

_HOMES: Final = {
    **dict.fromkeys(("collector_paused",), "collector"),
    **dict.fromkeys(("lock",), "locking"),
    **dict.fromkeys(("find_name_clashes",), "names"),
    **dict.fromkeys(("read_file",), "reading"),
    **dict.fromkeys(("find_root", "inside"), "roots"),
    **dict.fromkeys(("make_folder", "write_atomic"), "writing"),
    **dict.fromkeys(("YamlDocument", "YamlLimits", "parse_yaml"), "yaml_document"),
    **dict.fromkeys(("resolve_plain",), "yaml_scalars"),
}
"""Name → the module that holds it, imported when first asked for: a look-up does not pay for YAML and locks."""

__all__ = [
    "YamlDocument",
    "YamlLimits",
    "collector_paused",
    "find_name_clashes",
    "find_root",
    "inside",
    "lock",
    "make_folder",
    "parse_yaml",
    "read_file",
    "resolve_plain",
    "write_atomic",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(f"leica_kb.files.{_HOMES[name]}"), name)
    return found
