"""Makers of tiny evidence: good, broken and hostile. Nothing binary is kept in the repository."""
