"""Suites: declarative lists of expectations, one module a table."""
