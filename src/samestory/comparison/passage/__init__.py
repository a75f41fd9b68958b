"""Passages that two texts share: word for word, with a few words changed, or telling the same."""
