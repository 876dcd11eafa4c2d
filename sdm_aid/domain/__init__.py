"""The values of a visit and of its content, and pure functions on them: no I/O, no clock, no Qt."""
