"""Time expressions: found by a grammar, given their TIMEX3 value and the days they can mean."""
