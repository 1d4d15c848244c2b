"""Articles to documents."""
