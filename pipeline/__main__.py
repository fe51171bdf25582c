"""`python -m pipeline` is `processpil`."""

from pipeline.cli import main

main()
