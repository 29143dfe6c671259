"""Paper made evenly white: photographs and copies have shadows that an engine takes for ink."""

from itertools import accumulate

from PIL import Image, ImageChops, ImageFilter

_COARSE, _COARSER = 8, 4  # the paper is looked for on a small picture, then on a smaller one
_WINDOW = 5  # pixels of each; together an inch at 200 dpi, so that a dark panel stays a panel
_BLUR = 2
_INK = 1 / 200  # of a page with a few lines of type, at the least
_FAINTEST = 200  # shades of 255; what is lighter is the paper's grain, and stays faint


def evened(image: Image.Image) -> Image.Image:
    """Return the page with its paper white everywhere, and its ink black."""
    return _inked(ImageChops.subtract(image, _paper_of(image), 1.0, 255))


def _paper_of(image: Image.Image) -> Image.Image:
    """Return the page without its ink: everywhere the lightest shade around."""
    paper = _lightest(image.reduce(_COARSE))
    paper = _lightest(paper.reduce(_COARSER)).filter(ImageFilter.GaussianBlur(_BLUR))
    return paper.resize(image.size, Image.Resampling.BICUBIC)


def _lightest(small: Image.Image) -> Image.Image:
    return small.filter(ImageFilter.MaxFilter(_WINDOW))


def _inked(image: Image.Image) -> Image.Image:
    """Return the page with faint ink made black; as it is where there is none to speak of."""
    ink = _ink_of(image)
    if not 0 < ink <= _FAINTEST:
        return image
    return image.point([max(0, 255 - (255 - shade) * 255 // (255 - ink)) for shade in range(256)])


def _ink_of(image: Image.Image) -> int:
    """Return the shade that so much of the page reaches or undercuts."""
    counts = accumulate(image.histogram())
    wanted = _INK * image.width * image.height
    return next(shade for shade, count in enumerate(counts) if count >= wanted)
