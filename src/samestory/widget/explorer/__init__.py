"""The explorer: one figure or table, with a choice that changes it."""
