"""The parts of the gate of Word files: each module holds rules about one side of a finished file.

A rule is a function that takes the opened file and yields what is wrong; it knows nothing of how the file was written.
"""
