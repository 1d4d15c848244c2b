"""A loaded base set against itself: quotes proved, claims judged, faults found and mended."""
