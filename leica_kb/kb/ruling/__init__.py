"""What people rule on findings and claims: written, corrected, counted and taken back."""
