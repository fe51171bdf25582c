"""A second judge of finished SVG files: it reads the drawing as a person would, and imports nothing of pipeline."""
