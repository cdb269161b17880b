import pytest

from iki_lint.addresses import address_in, arguments_in


@pytest.mark.parametrize(
    ("address", "english"),
    [
        ("Tabel 6, baris 3, kolom Formulasi", "Table 6, row 3, column Formulasi"),
        ("Tabel 6, baris 3, kolom 4", "Table 6, row 3, column 4"),
        ("Tabel 6, baris 3, kolom Target, baris 2, kolom 1", "Table 6, row 3, column Target, baris 2, kolom 1"),
        ("Tabel 6, baris 3", "Table 6, row 3"),
        ("Paragraf 6", "Paragraph 6"),
        ("Lembar IKI, sel D617", "Sheet IKI, cell D617"),
        ("Lembar a, sel B2, sel D617", "Sheet a, sel B2, cell D617"),
        ("Lembar IKI", "Sheet IKI"),
        ("hal. 24, tabel 1, baris 5", "p. 24, table 1, row 5"),
        ("hal. 24, tabel 1, baris 5, kolom Sumber Data", "p. 24, table 1, row 5, column Sumber Data"),
        ("hal. 24, tabel 1, baris 5, kolom ke-3", "p. 24, table 1, row 5, column 3"),
        ("hal. 24, paragraf 2", "p. 24, paragraph 2"),
        ("hal. 24, tepi halaman", "p. 24, margin"),
        ("kebomas-2023.txt, baris 294", "kebomas-2023.txt, line 294"),
        ("Lembar kerja.txt, baris 294", "Lembar kerja.txt, line 294"),
        ("a\nb.txt, baris 2", "a\nb.txt, line 2"),
        ("Lampiran III", "Lampiran III"),
        ("", ""),
    ],
)
def test_an_address_in_english(address, english):
    assert address_in("en", address) == english
    assert address_in("id", address) == address


def test_only_addresses_are_told_otherwise():
    args = {"alamat": "Paragraf 6", "sel": "Lembar IKI, sel A1", "isi": "Paragraf 6"}
    assert arguments_in("id", args) == args
    assert arguments_in("en", args) == {"alamat": "Paragraph 6", "sel": "Sheet IKI, cell A1", "isi": "Paragraf 6"}
