"""Readers: the bytes of one source format in, articles or refusals out, one module a format."""
