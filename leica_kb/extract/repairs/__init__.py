"""The parser's known bad habits, mended in its trees before anybody reads them."""
