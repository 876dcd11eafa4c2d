"""Small pure operations on tuples of values: toggle one, replace one by key, drop one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def toggled(items: tuple[T, ...], item: T) -> tuple[T, ...]:
    """``items`` without ``item`` if it was in, with it at the end if it was not."""
    if item in items:
        return tuple(i for i in items if i != item)
    return (*items, item)


def put(items: tuple[T, ...], item: T, key: Callable[[T], object]) -> tuple[T, ...]:
    """``items`` with ``item`` in the place of the one with the same key, or at the end."""
    if any(key(i) == key(item) for i in items):
        return tuple(item if key(i) == key(item) else i for i in items)
    return (*items, item)


def without(items: tuple[T, ...], value: object, key: Callable[[T], object]) -> tuple[T, ...]:
    """``items`` without the one whose key is ``value``."""
    return tuple(i for i in items if key(i) != value)
