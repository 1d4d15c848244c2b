"""Documents → candidate claims by rules over a dependency parse: deterministic, offline, explainable."""

from leica_kb.extract.pipeline import RULES_VERSION, Extraction, Extractor, Refusal, extraction_key

__all__ = ["RULES_VERSION", "Extraction", "Extractor", "Refusal", "extraction_key"]
