"""The strict reading of the signature's container: every length fills its place exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.documents.seal.container import is_plain_der

SEQUENCE, OCTETS = 0x30, 0x04


def value(tag: int, content: bytes) -> bytes:
    """One DER value, its length in the shortest form."""
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    digits = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(digits)]) + digits + content


trees = st.recursive(
    st.binary(max_size=300).map(lambda content: value(OCTETS, content)),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: value(SEQUENCE, b"".join(parts))),
    max_leaves=12,
)


@given(trees)
def test_what_is_plain_is_taken(data: bytes) -> None:
    assert is_plain_der(data)


@given(trees, st.integers(min_value=1, max_value=9))
def test_unused_room_is_never_part_of_it(data: bytes, room: int) -> None:
    assert not is_plain_der(data + bytes(room))
    assert not is_plain_der(value(SEQUENCE, data + bytes(room)))


@pytest.mark.parametrize(
    "data",
    [
        b"\x30",
        b"\x30\x80\x00\x00",
        b"\x30\x03\x04\x05\x00",
        b"\x04\x81\x01x",
        b"\x04\x82\x00\x01x",
        b"\x1f\x01\x00",
        b"\x30\x02\x04",
    ],
    ids=["cut", "endless", "too-long", "not-shortest", "leading-zero", "high-tag", "cut-inside"],
)
def test_what_breaks_a_rule_is_refused(data: bytes) -> None:
    assert not is_plain_der(data)
