"""The book on paper: all pages as one, and what a sheet needs instead of a form."""
