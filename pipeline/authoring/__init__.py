"""What helps those who write the sources: schemas for editors, example projects, one canonical form, a doctor."""
