"""Content: TOML files to checked values; reading, digest, index, schema and the content check."""
