"""The rules for odd phrases: one shape of fault a file."""
