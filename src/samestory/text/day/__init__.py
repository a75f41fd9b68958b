"""The days that a text names: how each is written, and how it is reckoned from the day of writing."""
