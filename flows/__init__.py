"""Prefect flows, the command line, settings and the network: everything with side effects is sequenced here."""
