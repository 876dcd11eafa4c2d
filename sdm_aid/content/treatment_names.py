"""The treatments of all decisions by name, for what a clinic keeps for each of them."""

from __future__ import annotations

from pathlib import Path

from sdm_aid.content.toml_file import UnreadableFile, is_name, read_toml


def treatment_names(resources: Path, language: str) -> dict[str, str]:
    """Id to name of every treatment that asks for something ("nothing new" has no price).

    A damaged file is left out: the content check tells of it, and the list stays usable.
    """
    names = {}
    for path in sorted((resources / "treatments").glob("*.toml")):
        if not is_name(path.stem):
            continue
        try:
            nothing_new = read_toml(resources, f"treatments/{path.name}").get("nothing_new")
            text = read_toml(resources, f"text/{language}/treatments/{path.name}")
        except UnreadableFile:
            continue
        name = text.get("name")
        if nothing_new is not True and isinstance(name, str) and name.strip():
            names[path.stem] = name
    return dict(sorted(names.items(), key=lambda one: (one[1].casefold(), one[0])))
