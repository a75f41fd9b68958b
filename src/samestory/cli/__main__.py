"""`python -m samestory.cli` is the `samestory` command."""

import sys

from samestory.cli import main

sys.exit(main())
