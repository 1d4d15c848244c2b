"""Documents → candidate claims by rules over a dependency parse: deterministic, offline, explainable."""

from leica_kb.extract.claiming import RULES_VERSION
from leica_kb.extract.explaining import Explained, SeenFrame, SeenMention, SeenStatement, explain
from leica_kb.extract.pipeline import Extractor, extraction_key
from leica_kb.extract.reading import Extraction, Refusal
from leica_kb.extract.running import check_jobs, extract_documents

__all__ = [
    "RULES_VERSION",
    "Explained",
    "Extraction",
    "Extractor",
    "Refusal",
    "SeenFrame",
    "SeenMention",
    "SeenStatement",
    "check_jobs",
    "explain",
    "extract_documents",
    "extraction_key",
]
