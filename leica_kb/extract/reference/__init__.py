"""What pronouns, descriptions and dropped subjects mean, and what a document tells of its names."""
