"""iki-lint: checks the indicators (IKU, IKI) that Indonesian government offices fix by decree."""

__version__ = "0.1.0"
