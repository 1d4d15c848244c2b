"""Why a statement that a frame makes is not believed: its names, its firms, its kinds."""
