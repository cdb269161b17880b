"""Every rule's own examples: bad ones are found with the exact words, good ones are not."""

import pytest

from iki_lint.catalog import load_catalog
from iki_lint.engine.examples import Example, examples_of
from iki_lint.linting import check_file

RULES = [rule for rule in load_catalog().rules if not rule.case]
WITHOUT_EXAMPLES = {"IKI000", "IKI008", "IKI009"}
"""About rules that crash, rule files and configurations that are wrong: no decree shows them."""

EXAMPLES = [
    pytest.param(example, id=f"{example.code}-{'bad' if example.must_find else 'good'}-{number}")
    for rule in RULES
    for number, example in enumerate(examples_of(rule), 1)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: Example) -> None:
    file = check_file(example.name, data=example.document.encode())
    assert file.readable or (example.must_find and example.code.startswith("IKI")), file.findings
    found = [finding for finding in file.findings if finding.code == example.code]
    if not example.must_find:
        assert found == []
        return
    assert found, [(f.code, f.text) for f in file.findings]
    if example.quote is not None:
        assert example.quote in [finding.text for finding in found]
    if example.severity is not None:
        assert example.severity in [finding.severity for finding in found]


@pytest.mark.parametrize("rule", [r for r in RULES if r.code not in WITHOUT_EXAMPLES], ids=lambda rule: rule.code)
def test_rule_has_examples_of_both_kinds(rule) -> None:
    assert len(rule.examples.bad) >= 1
    assert len(rule.examples.good) >= 1
