"""Where the frozen program begins."""

import sys

from assistant.__main__ import main

sys.exit(main())
