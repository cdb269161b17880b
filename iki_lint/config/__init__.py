"""What an office has set: which rules run, how loud they are, its own words; and where each of that was said."""
