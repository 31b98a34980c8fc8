"""The flow for deployments of Prefect: the entry point `dateline.prefect_flow.timeline`, installed or in a checkout."""

from __future__ import annotations

from flows.timeline import timeline

__all__ = ["timeline"]
