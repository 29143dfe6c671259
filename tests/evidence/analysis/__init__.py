"""Tests of the analysis that turns readings into facts."""
