"""Pure functions over frozen values: bytes of an article in, time expressions and events out."""
