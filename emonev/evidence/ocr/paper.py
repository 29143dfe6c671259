"""Paper made evenly white: photographs and copies have shadows that an engine takes for ink."""

from PIL import Image, ImageChops, ImageFilter

_COARSE, _COARSER = 8, 4  # the paper is looked for on a small picture, then on a smaller one
_WINDOW = 5  # pixels of each; together an inch at 200 dpi, so that a dark panel stays a panel
_BLUR = 2


def evened(image: Image.Image) -> Image.Image:
    """Return the page with its paper white everywhere, and its ink as much darker as it was."""
    return ImageChops.subtract(image, _paper_of(image), 1.0, 255)


def _paper_of(image: Image.Image) -> Image.Image:
    """Return the page without its ink: everywhere the lightest shade around."""
    paper = _lightest(image.reduce(_COARSE))
    paper = _lightest(paper.reduce(_COARSER)).filter(ImageFilter.GaussianBlur(_BLUR))
    return paper.resize(image.size, Image.Resampling.BICUBIC)


def _lightest(small: Image.Image) -> Image.Image:
    return small.filter(ImageFilter.MaxFilter(_WINDOW))
