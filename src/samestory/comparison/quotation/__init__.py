"""Quotations that may be one utterance in two forms, and how far they drifted apart."""
