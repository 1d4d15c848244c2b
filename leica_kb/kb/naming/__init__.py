"""The names that claims use: counted, told apart, proposed, ruled on and declared."""
