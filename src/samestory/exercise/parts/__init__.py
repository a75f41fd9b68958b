"""What kinds of exercise are made of: reading numbers and words, pairing, marking, the scores."""
