"""emonev: score a folder of evidence against a rubric of public-information obligations."""

__version__ = "0.1.0"
