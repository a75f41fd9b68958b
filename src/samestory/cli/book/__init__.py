"""Commands for who writes and shows the book."""
