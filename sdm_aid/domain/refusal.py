"""What the visit does not accept, as a code that the wording room turns into a sentence."""

from __future__ import annotations

from typing import Literal

RefusalCode = Literal[
    "sealed", "too_many_stones", "too_many_top", "not_ready_to_seal", "none_with_choice"
]


class Refused(ValueError):
    """An action that breaks a rule of the visit; nothing was changed."""

    def __init__(self, code: RefusalCode) -> None:
        super().__init__(code)
        self.code: RefusalCode = code
