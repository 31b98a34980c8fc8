"""When an article was published: every sign found is kept, one decides, and where none does the day stays unknown."""
