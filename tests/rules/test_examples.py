"""Every rule's own examples: bad ones are found with the exact words, good ones are not."""

import pytest

import iki_lint
from iki_lint.catalog import load_catalog
from iki_lint.engine.examples import Example, examples_of

RULES = [rule for rule in load_catalog().rules if not rule.case and not rule.code.startswith("IKI")]
EXAMPLES = [
    pytest.param(example, id=f"{example.code}-{'bad' if example.must_find else 'good'}-{number}")
    for rule in RULES
    for number, example in enumerate(examples_of(rule), 1)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: Example) -> None:
    (file,) = iki_lint.check(example.document + "\n").files
    assert file.readable, file.findings
    found = [finding for finding in file.findings if finding.code == example.code]
    if not example.must_find:
        assert found == []
        return
    assert found, [(f.code, f.text) for f in file.findings]
    if example.quote is not None:
        assert example.quote in [finding.text for finding in found]
    if example.severity is not None:
        assert example.severity in [finding.severity for finding in found]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_has_examples_of_both_kinds(rule) -> None:
    assert len(rule.examples.bad) >= 1
    assert len(rule.examples.good) >= 1
