"""How a statement is meant: who says it, whether it holds, how surely, of how much and when."""
