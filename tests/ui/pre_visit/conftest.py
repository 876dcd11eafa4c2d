"""The window at home and in a visit, as the frame's tests make it."""

from tests.ui.frame.conftest import make_window as make_window
from tests.ui.frame.conftest import visit as visit
from tests.ui.frame.conftest import window as window
