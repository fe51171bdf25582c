"""The command line: `processpil`, the same as `python -m pipeline`."""

from pipeline.cli.app import main

__all__ = ["main"]
