"""The side file of an import may be damaged, foreign or hostile: said once, and nothing else changes."""

import json

import pytest
from hostile_process import DECREE, run


@pytest.fixture
def folder(tmp_path):
    """A folder with a decree."""
    (tmp_path / "a.yaml").write_text(DECREE)
    return tmp_path


SOUND = '{"format": "iki-lint-asal/1", "sumber": {"nama": "sk.txt"}, %s}'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"format": "lain/1"}',
        b'{"format": ["iki-lint-asal/1"]}',
        b"[" * 200_000,
        bytes(range(256)),
        (SOUND % '"baris": {"\xe9": 1}').encode("latin-1"),
        (SOUND % '"digeser": 5').encode(),
        (SOUND % '"digeser": [{"id": "camat.1.1", "kind": ["digeser"]}]').encode(),
        (SOUND % '"digeser": ["camat.1.1"]').encode(),
        (SOUND % '"baris": ["camat.1.1"]').encode(),
        (SOUND % '"baris": {"camat.1.1": "5"}').encode(),
        (SOUND % '"alamat": {"camat.1.1": 5}').encode(),
        (SOUND % f'"baris": {{"camat.1.1": {"9" * 5_000}}}').encode(),
        SOUND.replace('{"nama": "sk.txt"}', "3").replace(", %s", "").encode(),
        b" " * (16 * 1024 * 1024 + 1),
    ],
)
def test_a_damaged_side_file_is_said_and_hides_nothing(folder, content):
    (folder / "a.asal.json").write_bytes(content)
    done = run(["check", "a.yaml", "--format", "json"], folder)
    assert (done.code, done.err) == (1, "")
    *others, last = json.loads(done.out)["files"][0]["findings"]
    assert (last["code"], last["line"], last["pointer"], last["text"]) == ("IKI006", None, "", "")
    assert last["message"].startswith("Berkas a.asal.json di sebelahnya tidak terbaca sebagai catatan impor")
    (folder / "a.asal.json").unlink()
    without = run(["check", "a.yaml", "--format", "json"], folder)
    assert others == json.loads(without.out)["files"][0]["findings"]


@pytest.mark.parametrize(
    "content",
    [
        SOUND.replace(", %s", ""),
        SOUND % '"digeser": [{"id": null, "line": 1, "kind": "mohon-periksa"}]',
        '{"format": "iki-lint-asal/1"}',
    ],
)
def test_a_sound_side_file_says_nothing_by_itself(folder, content):
    before = run(["check", "a.yaml"], folder)
    (folder / "a.asal.json").write_text(content)
    assert run(["check", "a.yaml"], folder) == before


def test_what_the_side_file_says_cannot_move_the_cursor(folder):
    names = '"baris": {"camat.1.1": 5}, "alamat": {"camat.1.1": "\\udc00x\\u001b[2J\\n"}'
    (folder / "a.asal.json").write_text(SOUND % names)
    text, data = (run(["check", "a.yaml", *options], folder) for options in ([], ["--format", "json"]))
    assert (text.code, data.code, text.err, data.err) == (1, 1, "", "")
    assert "alamat: <U+DC00>x\\x1b[2J\\n\n" in text.out
    found = [finding.get("address") for finding in json.loads(data.out)["files"][0]["findings"]]
    assert "\udc00x\x1b[2J\n" in found
