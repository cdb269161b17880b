"""Indonesian, as far as indicator decrees need it: words, stems, word classes."""
