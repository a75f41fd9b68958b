"""Who is cited in a text, and how many independent voices that makes."""
