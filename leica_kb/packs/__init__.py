"""Domain packs: vocabulary, names, frames and question cues as YAML; a pack knows nothing of syntax."""

from leica_kb.packs.joining import joined
from leica_kb.packs.loading import aliases_of, load_packs, pack_folder, pack_names
from leica_kb.packs.pack import FrameRule, NamePattern, Pack
from leica_kb.packs.problems import CODES

__all__ = [
    "CODES",
    "FrameRule",
    "NamePattern",
    "Pack",
    "aliases_of",
    "joined",
    "load_packs",
    "pack_folder",
    "pack_names",
]
