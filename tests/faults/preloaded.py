"""Imported once by the server that the killed processes are forked from: they start in no time."""

import sqlcipher3.dbapi2  # noqa: F401

import tests.faults.script  # noqa: F401
