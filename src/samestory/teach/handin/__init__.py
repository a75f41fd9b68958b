"""What was handed in: whose each file is, what it holds, and which of several answers counts."""
