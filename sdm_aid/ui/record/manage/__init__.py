"""Managing the record: users, passphrases, the seal, idle times, the database."""
