"""The world of a base as its files are: loaded once, made whole, described to editors, and its log."""
