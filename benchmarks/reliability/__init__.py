"""Faults on purpose: what is lost, what ends a run, what is told."""
