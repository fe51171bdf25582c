"""The fixed texts of one language as typed attributes; the words themselves stand in `locale/`.

Two modules, since `check` needs only the faults and must not pay for the rest.
"""
