"""The annex of a decree as an office document: its tables in Word or Excel."""
