"""The part of fontTools 4 that we use."""
