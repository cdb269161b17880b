"""Proposals are comments that change nothing, and say what is right once the planner accepts them."""

import re

import pytest

import iki_lint
from iki_lint.cascade.proposals import with_proposals
from iki_lint.decree.tree import plain
from iki_lint.decree.yaml_source import read_yaml


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def tree(text):
    return plain(read_yaml("a.yaml", text.encode()).root)


@pytest.mark.parametrize("name", ["kebomas", "klojen", "contoh-baik"])
def test_proposals_change_nothing_that_is_read(name):
    text = read(f"examples/{name}.yaml")
    proposed = with_proposals(text)
    assert tree(proposed.text) == tree(text)
    kept = [line for line in proposed.text.split("\n") if not re.match(r" *# (mendukung|atasan): ", line)]
    assert "\n".join(kept) == text


def test_what_is_named_already_is_not_proposed():
    text = read("examples/contoh-baik.yaml")
    assert with_proposals(text) == (text, 0)


def test_accepted_proposals_are_right_references():
    proposed = with_proposals(read("examples/klojen.yaml"))
    assert proposed.plans == 20
    accepted = re.sub(r"(?m)^( *)# (mendukung|atasan): ", r"\1\2: ", proposed.text)
    found = tree(accepted)["jabatan"]
    assert [each["atasan"] for each in found[1:9]] == ["camat", "sekretaris", "sekretaris", *["camat"] * 5]
    assert found[5]["rencana_kinerja"][0]["mendukung"] == ["camat.3"]
    (file,) = iki_lint.check(accepted, iki_lint.Config(select=("CAS002",))).files
    assert {finding.severity for finding in file.findings} == {"warning"}
    assert [finding.text for finding in file.findings] == ["Terbinanya ORSOSMAS di wilayah kecamatan"]
    assert not any("bukan kinerja atasan" in finding.message for finding in file.findings)
