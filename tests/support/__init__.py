"""What several test packages share: the real project, and a smaller one to break."""
