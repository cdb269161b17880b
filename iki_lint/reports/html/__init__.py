"""The report as a page: one HTML file that needs nothing else, for a browser, a printer or an e-mail."""
