"""May this be published?  A candidate file in, a verdict out: which checks failed, and which rows.

Great Expectations judges.  A check is one SQL file in `queries/<table>/`; begin with `checks`, then `gate`.
"""
