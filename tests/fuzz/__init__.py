"""Mutation fuzzing of everything that takes in foreign files: `python -m tests.fuzz --help`.

Each input is made from a target's name and a number alone, so that a finding is told by its
number and can be made again; nothing has to be stored.
"""
