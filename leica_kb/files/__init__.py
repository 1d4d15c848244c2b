"""The file system and YAML, made safe once for every room: root-safe paths, whole writes, the lock, bounded reading."""

from leica_kb.files.locking import lock
from leica_kb.files.names import find_name_clashes
from leica_kb.files.reading import read_file
from leica_kb.files.roots import find_root, inside
from leica_kb.files.writing import write_atomic
from leica_kb.files.yaml_document import YamlDocument, YamlLimits, collector_paused, parse_yaml
from leica_kb.files.yaml_scalars import resolve_plain

__all__ = [
    "YamlDocument",
    "YamlLimits",
    "collector_paused",
    "find_name_clashes",
    "find_root",
    "inside",
    "lock",
    "parse_yaml",
    "read_file",
    "resolve_plain",
    "write_atomic",
]
