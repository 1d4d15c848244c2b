"""Results → screens, pages and machine forms; knows how things look and nothing of where they come from."""
