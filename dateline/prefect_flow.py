"""The flow for deployments of Prefect: the entry point `dateline.prefect_flow.timeline`, installed or in a checkout.

Prefect puts the folder it is started in first on the path while it imports an entry point: what the flow is made of is
imported without it.
"""

from __future__ import annotations

from dateline.shadows import without_current_folder

with without_current_folder():
    from flows.timeline import timeline

__all__ = ["timeline"]
