"""The cascade: from the IKU to the head of the unit and down to every post."""
