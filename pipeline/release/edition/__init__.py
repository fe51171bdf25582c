"""Releases: frozen once and for all, numbered, verifiable, withdrawn but never deleted."""
