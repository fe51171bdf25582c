# -*- coding: utf-8 -*-
"""README's two commands start here: `build` makes the publications, `tests` runs the tests.

Written so that any old Python can read it and say which Python is needed; the work is done in environment.py.
No line with a hash and a bang first: `py` on Windows would look for python3 and find the store's placeholder.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Python 3.11 eller senare behövs; det här är Python %s.%s. "  # noqa: UP031 - old Pythons have no f-strings
        "Hämta en nyare version på python.org (på Debian och Ubuntu: sudo apt install python3)." % sys.version_info[:2]
    )

from environment import main

sys.exit(main(sys.argv[1:]))
