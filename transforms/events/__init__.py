"""Event mentions: found, typed, judged for modality, attributed, dated, placed and counted."""
