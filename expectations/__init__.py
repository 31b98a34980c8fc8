"""Great Expectations: what must hold before a timeline is published, and what came of it."""
