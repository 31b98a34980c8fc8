"""Writers: published rows in, the bytes of an export format out."""
