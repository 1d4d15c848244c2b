"""Documents → candidate claims by rules over a dependency parse: deterministic, offline, explainable."""

from leica_kb.extract.claims.claiming import RULES_VERSION
from leica_kb.extract.claims.reading import Extraction, Refusal
from leica_kb.extract.documents.explaining import Explained, SeenFrame, SeenMention, SeenStatement, explain
from leica_kb.extract.documents.pipeline import Extractor, extraction_key
from leica_kb.extract.documents.running import check_jobs, extract_documents

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
