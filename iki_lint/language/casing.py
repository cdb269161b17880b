"""Proposals in the case of what is written."""


def in_case_of(written: str, form: str) -> str:
    """The form in the case of what is written: all capitals, a first capital, or as it is."""
    if form != form.lower():
        return form
    if written.isupper() and len(written) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if written[:1].isupper() else form


def apart(written: str, form: str) -> str:
    """What is written, with the blank or hyphen that the form has in it."""
    for at, letter in enumerate(form):
        if letter in " -" and written[at : at + 1] != letter:
            return f"{written[:at]}{letter}{written[at:]}"
    return written


def bound(written: str, form: str) -> str:
    """A bound form and its word as one: with a hyphen before an acronym, and behind se- before any capital."""
    left, right = written.split()
    acronym = right.isupper() and len(right) > 1
    if not written.isupper() and (acronym or (left.lower() == "se" and right[0].isupper())):
        return f"{left}-{right}"
    return in_case_of(written, form)
