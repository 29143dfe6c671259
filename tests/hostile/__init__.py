"""Hostile evidence, made by a script and never stored: `python -m tests.hostile.make FOLDER`."""
