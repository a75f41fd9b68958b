"""Sentences that tell the same with another sense: said for sure, denied, turned round."""
