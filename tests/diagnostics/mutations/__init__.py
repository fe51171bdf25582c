"""Every slip of a person in the sources, and what must be said of each (docs/reference/mutations.md)."""
