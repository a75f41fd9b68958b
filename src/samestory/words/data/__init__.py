"""Word lists as files; `samestory.words.lists` reads them."""
