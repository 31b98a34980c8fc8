"""How does Prefect run us: a server of our own or another's, one run, runs by a schedule?

In: settings and sources.  Out: runs of the flow in `flows.timeline`.  Open `run_flow.py` first.
"""
