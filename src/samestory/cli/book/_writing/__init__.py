"""What `samestory write` stands on: a builder that waits, pages that load themselves anew, a look at what changed."""
