"""Names that stand in two forms, and which form the evidence bears out."""
