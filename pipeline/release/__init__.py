"""The shell round the pure core: reading the disk, planning, building and publishing."""
