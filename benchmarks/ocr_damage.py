"""What happens to pages on their way into a folder of evidence: each kind of damage on its own."""

import io
import random
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFilter, ImageFont

Damage = Callable[[Image.Image, random.Random], Image.Image]

_STAMP_INK, _SIGNATURE_INK = 110, 60


def noisy(page: Image.Image, chance: random.Random) -> Image.Image:
    """Grain, as of a bad sensor."""
    return Image.blend(page, Image.effect_noise(page.size, chance.uniform(60, 90)), 0.3)


def blurred(page: Image.Image, chance: random.Random) -> Image.Image:
    """Out of focus."""
    return page.filter(ImageFilter.GaussianBlur(chance.uniform(1.4, 1.8)))


def squeezed(page: Image.Image, chance: random.Random) -> Image.Image:
    """Saved as JPEG of low quality at half the resolution, as tools that make PDFs small do."""
    half = page.resize((page.width // 2, page.height // 2), Image.Resampling.BILINEAR)
    made = io.BytesIO()
    half.save(made, "JPEG", quality=chance.randint(20, 30))
    return Image.open(made).convert("L").resize(page.size, Image.Resampling.BICUBIC)


def leaning(degrees: float) -> Damage:
    """Return the damage of a page laid askew, to either side."""

    def lean(page: Image.Image, chance: random.Random) -> Image.Image:
        angle = degrees * chance.choice((-1, 1)) + chance.uniform(-0.3, 0.3)
        return page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)

    return lean


def turned(degrees: int) -> Damage:
    """Return the damage of a page that must be turned so many degrees clockwise to be read."""
    return lambda page, _: page.rotate(degrees, expand=True)


def stamped(page: Image.Image, chance: random.Random) -> Image.Image:
    """A round stamp and a signature across the text, in ink of middling grey."""
    stamped_page = page.copy()
    draw = ImageDraw.Draw(stamped_page)
    across = round(0.22 * min(page.size))
    x, y = (chance.uniform(0.25, 0.55) * side for side in page.size)
    for ring in (0, 14):
        box = (x + ring, y + ring, x + across - ring, y + across - ring)
        draw.ellipse(box, outline=_STAMP_INK, width=6)
    font = ImageFont.load_default(across / 9)
    draw.text((x + across / 4, y + across * 0.42), "DINAS KOMINFO", font=font, fill=_STAMP_INK)
    path = [(x, y + across / 2)]
    for _ in range(14):
        dx, dy = chance.uniform(-0.1, 0.35) * across, chance.uniform(-0.3, 0.3) * across
        path.append((path[-1][0] + dx / 2, y + across / 2 + dy))
    draw.line(path, fill=_SIGNATURE_INK, width=4, joint="curve")
    return stamped_page


def greyed(page: Image.Image, chance: random.Random) -> Image.Image:
    """Photographed or copied: grey paper, darker to one side, ink that is not black."""
    shade = Image.linear_gradient("L").resize(page.size)
    if chance.random() < 0.5:
        shade = shade.transpose(Image.Transpose.ROTATE_180)
    dull = page.point(lambda ink: 70 + ink * 120 // 255)
    return Image.blend(dull, shade, 0.3)


def all_at_once(page: Image.Image, chance: random.Random) -> Image.Image:
    """A bad copy of a copy: askew, grey, blurred and grainy, then squeezed."""
    copy = greyed(leaning(1.5)(page, chance), chance).filter(ImageFilter.GaussianBlur(0.8))
    return squeezed(Image.blend(copy, Image.effect_noise(page.size, 60), 0.1), chance)


DAMAGES: dict[str, Damage] = {
    "noise": noisy,
    "blur": blurred,
    "jpeg": squeezed,
    "skew 2": leaning(2),
    "skew 5": leaning(5),
    "turned 90": turned(90),
    "turned 180": turned(180),
    "turned 270": turned(270),
    "stamp": stamped,
    "grey": greyed,
    "bad copy": all_at_once,
}


def coarse(page: Image.Image, chance: random.Random) -> Image.Image:
    """Scanned at 40 to 95 dpi."""
    part = chance.uniform(40, 95) / 200
    small = page.resize((round(page.width * part), round(page.height * part)), Image.Resampling.BOX)
    return small.resize(page.size, Image.Resampling.BICUBIC)


def very_blurred(page: Image.Image, chance: random.Random) -> Image.Image:
    return page.filter(ImageFilter.GaussianBlur(chance.uniform(1.5, 4)))


def much_squeezed(page: Image.Image, chance: random.Random) -> Image.Image:
    """Saved as JPEG at a quarter to half of the resolution."""
    part = chance.uniform(0.25, 0.5)
    small = page.resize((round(page.width * part), round(page.height * part)))
    made = io.BytesIO()
    small.save(made, "JPEG", quality=chance.randint(8, 25))
    return Image.open(made).convert("L").resize(page.size, Image.Resampling.BICUBIC)


def very_noisy(page: Image.Image, chance: random.Random) -> Image.Image:
    grain = Image.effect_noise(page.size, chance.uniform(90, 200))
    return Image.blend(page, grain, chance.uniform(0.3, 0.6))


def pale(page: Image.Image, chance: random.Random) -> Image.Image:
    """Faded: of the contrast, 6 to 25 of 100 are left."""
    left = chance.uniform(0.06, 0.25)
    faded = page.point(lambda ink: int(235 - (255 - ink) * left))
    grain = Image.effect_noise(page.size, chance.uniform(10, 60))
    return Image.blend(faded, grain, chance.uniform(0.05, 0.25))


def faxed(page: Image.Image, chance: random.Random) -> Image.Image:
    """Black or white, at 70 to 120 dpi."""
    part, threshold = chance.uniform(0.35, 0.6), chance.randint(90, 190)
    small = page.resize((round(page.width * part), round(page.height * part)), Image.Resampling.BOX)
    black = small.point(lambda ink: 255 if ink > threshold else 0)
    return black.resize(page.size, Image.Resampling.NEAREST)


def thinned(page: Image.Image, chance: random.Random) -> Image.Image:
    """Printed with little toner: letters break, and thin type vanishes."""
    thin = page.filter(ImageFilter.MaxFilter(chance.choice((3, 5))))
    return thin.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 1)))


def thickened(page: Image.Image, chance: random.Random) -> Image.Image:
    """Copied too dark: letters run into each other."""
    thick = page.filter(ImageFilter.MinFilter(chance.choice((3, 5))))
    return thick.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 1)))


def copied(page: Image.Image, chance: random.Random) -> Image.Image:
    """A bad copy of a copy, worse or better than `all_at_once`."""
    copy = greyed(leaning(1.5)(page, chance), chance)
    copy = copy.filter(ImageFilter.GaussianBlur(chance.uniform(0.8, 2)))
    grain = Image.effect_noise(page.size, 60)
    return squeezed(Image.blend(copy, grain, chance.uniform(0.1, 0.25)), chance)


def half_blurred(page: Image.Image, chance: random.Random) -> Image.Image:
    """Photographed so that a part is out of focus."""
    blur = page.filter(ImageFilter.GaussianBlur(chance.uniform(3, 7)))
    mask = Image.linear_gradient("L").resize(page.size)
    if chance.random() < 0.5:
        mask = mask.transpose(Image.Transpose.ROTATE_90).resize(page.size)
    edge = chance.randint(60, 180)
    mask = mask.point(lambda shade: 0 if shade < edge else 255)
    return Image.composite(blur, page, mask.filter(ImageFilter.GaussianBlur(60)))


def scratched(page: Image.Image, chance: random.Random) -> Image.Image:
    """20 to 70 lines across the page."""
    scratched_page = page.copy()
    draw = ImageDraw.Draw(scratched_page)
    for _ in range(chance.randint(20, 70)):
        x, y = chance.uniform(0, page.width), chance.uniform(0, page.height)
        end = x + chance.uniform(-600, 600), y + chance.uniform(-200, 200)
        draw.line((x, y, *end), fill=chance.randint(0, 160), width=chance.randint(2, 8))
    return scratched_page


# Of every degree, from hardly any to what nobody can read: what confidence is worth shows here.
ANY_DEGREE: dict[str, Damage] = {
    "coarse": coarse,
    "blur": very_blurred,
    "jpeg": much_squeezed,
    "noise": very_noisy,
    "pale": pale,
    "fax": faxed,
    "thin": thinned,
    "thick": thickened,
    "copy": copied,
    "half blurred": half_blurred,
    "scratched": scratched,
    "stamp": stamped,
}
