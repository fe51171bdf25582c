"""processpil: process definitions in, printed matter out."""

__version__ = "0.1.0"
