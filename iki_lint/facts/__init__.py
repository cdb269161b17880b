"""What can be said of a text, a row or a position: computed once for each distinct text, and only when asked."""
