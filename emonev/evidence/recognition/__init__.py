"""The pass that lets OCR read the pages that are pictures: which, in which order, for how long."""

from emonev.evidence.recognition.recognise import Asked, recognise

__all__ = ["Asked", "recognise"]
