"""Ways into the record: the first run, setting it up, unlocking it."""
