"""A knowledge base of sourced claims: ordinary articles in, attributed, dated, modal claims with their receipts out."""

__version__ = "0.1.0"
