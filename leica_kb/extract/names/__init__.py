"""The names and values of a sentence: declared, by their shape, by the recogniser."""
