"""Exercises as questions of other systems: what all of these know, then one file a format."""
