"""Commands for who makes cases, lessons and exercises of texts."""
