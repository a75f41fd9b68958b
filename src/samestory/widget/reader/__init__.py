"""The reader: accounts side by side, with marks, bands between them, and notes."""
