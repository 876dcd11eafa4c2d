"""Ticks and arrows for the style sheet, which takes pictures only from files."""

from sdm_aid.ui.theme.cache import cache_folder, write_whole

_STROKE = (
    'fill="none" stroke="{c}" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"'
)
_SHAPES = {
    "tick": '<path d="M5 12.5l4.6 4.6L19 7.4" ' + _STROKE + "/>",
    "dash": '<path d="M6 12h12" ' + _STROKE + "/>",
    "dot": '<circle cx="12" cy="12" r="6" fill="{c}"/>',
    "down": '<path d="M6 9.5l6 6 6-6" ' + _STROKE + "/>",
    "up": '<path d="M6 14.5l6-6 6 6" ' + _STROKE + "/>",
    "left": '<path d="M14.5 6l-6 6 6 6" ' + _STROKE + "/>",
    "right": '<path d="M9.5 6l6 6-6 6" ' + _STROKE + "/>",
}


def icon_url(shape: str, colour: str) -> str:
    """Return the path of an SVG of ``shape`` in #RRGGBB ``colour``, for ``url(...)``."""
    path = cache_folder("icons") / f"{shape}-{colour[1:].lower()}-2.svg"
    if not path.exists():
        body = _SHAPES[shape].format(c=colour)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{body}</svg>\n'
        write_whole(path, svg.encode())
    return path.as_posix()
