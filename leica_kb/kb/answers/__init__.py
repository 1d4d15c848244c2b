"""What commands answer, as plain values with their machine forms, and how ids are called in them."""
