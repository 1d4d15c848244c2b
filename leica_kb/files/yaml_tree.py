"""The C composer's tree of nodes, bounded as it grows, and plain data made of it; imported where YAML is read only."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode

from leica_kb.errors import InputError
from leica_kb.files.yaml_document import YamlDocument, YamlLimits
from leica_kb.files.yaml_scalars import resolve_plain


def compose(data: bytes, path: Path | str, limits: YamlLimits) -> YamlDocument:
    """The document in bytes that are known to be bounded UTF-8; raises InputError for what is not read."""
    try:
        root = _Loader(data, limits).get_single_node()
        value = _Constructor(limits).build(root) if root is not None else None
    except yaml.MarkedYAMLError as error:
        raise InputError(path, _in_words(error), _line_of(error)) from error
    except _TooMuchError as error:
        raise InputError(path, error.message, error.node.start_mark.line + 1) from error
    return YamlDocument(value, root)


def _in_words(error: yaml.MarkedYAMLError) -> str:
    return f"not YAML: {' '.join(part for part in (error.context, error.problem) if part)}"


def _line_of(error: yaml.MarkedYAMLError) -> int | None:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark is not None else None


class _TooMuchError(Exception):
    def __init__(self, node: Node, message: str) -> None:
        super().__init__(message)
        self.node = node
        self.message = message


_PLAIN: Final = "plain"
_QUOTED: Final = "quoted"


class _Loader(CParser):
    """The C composer with three hooks of its own: it bounds the tree while it grows, and resolves no tag."""

    def __init__(self, data: bytes, limits: YamlLimits) -> None:
        super().__init__(data)
        self._depth = 0
        self._room = limits.nodes
        self._deepest = limits.depth + 1  # a scalar inside the deepest collection

    def descend_resolver(self, parent: Node | None, index: object) -> None:  # noqa: ARG002 - the composer's signature
        self._depth += 1
        self._room -= 1
        if parent is not None and self._depth > self._deepest:
            raise _TooMuchError(parent, f"nested deeper than {self._deepest - 1} levels")
        if parent is not None and self._room < 0:
            raise _TooMuchError(parent, "more keys and values than are read; split the file")

    def ascend_resolver(self) -> None:
        self._depth -= 1

    def resolve(self, kind: type, value: object, implicit: Any) -> str:  # noqa: ARG002 - the composer's signature
        return _PLAIN if kind is ScalarNode and implicit[0] else _QUOTED


class _Constructor:
    """Nodes → plain data, counting each alias with all that it repeats."""

    def __init__(self, limits: YamlLimits) -> None:
        self._limits = limits
        self._room = limits.nodes
        self._depth = 0

    def build(self, node: Node) -> Any:
        self._room -= 1
        if self._room < 0:
            raise _TooMuchError(node, "aliases repeat more than is read; write it out or split the file")
        if type(node) is ScalarNode:
            return self._scalar(node)
        if node.tag is not _QUOTED:
            raise _TooMuchError(node, f"tag {node.tag[:60]!r} is not read; remove it")
        self._depth += 1
        if self._depth > self._limits.depth:
            raise _TooMuchError(node, f"nested deeper than {self._limits.depth} levels")
        built = self._mapping(node) if type(node) is MappingNode else [self.build(item) for item in node.value]
        self._depth -= 1
        return built

    def _scalar(self, node: ScalarNode) -> Any:
        text = node.value
        if len(text) > self._limits.scalar:
            raise _TooMuchError(node, f"a text of {len(text):,} characters, more than the {self._limits.scalar:,} read")
        if node.tag is _PLAIN:
            return resolve_plain(text)
        if node.tag is not _QUOTED:
            raise _TooMuchError(node, f"tag {node.tag[:60]!r} is not read; remove it")
        return text

    def _mapping(self, node: MappingNode) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key in result:
                raise _TooMuchError(key_node, f"key {key[:60]!r} stands here a second time; remove one")
            result[key] = self.build(value_node)
        return result

    def _key(self, node: Node) -> str:
        if type(node) is not ScalarNode:
            raise _TooMuchError(node, "a key must be a plain word")
        self._scalar(node)
        if node.value == "<<" and node.tag is _PLAIN:
            raise _TooMuchError(node, "merge key << is not read; write the keys out")
        return str(node.value)
