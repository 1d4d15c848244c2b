"""English: what words, numbers and dates mean, without knowing any domain."""
