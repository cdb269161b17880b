"""What a post does, told by its name alone: whether two posts are of one kind, and what their work is about."""

from functools import lru_cache

from iki_lint.language.lexicon import table, words
from iki_lint.language.tokens import normal_words


@lru_cache(maxsize=4096)
def post_words(name: str) -> tuple[str, ...]:
    """The normal words of a post's name without who holds it: "Plt. LURAH MAJU" is "lurah maju"."""
    found = normal_words(name)
    while found and found[0] in words("pejabat-sementara"):
        found = found[1:]
    return found


@lru_cache(maxsize=4096)
def full_name(name: str) -> tuple[str, ...]:
    """The words of a post's name with its short forms written out: "Kasi Umum" is "kepala seksi umum"."""
    parts = _parts()
    written = " ".join([parts.get(word, word) for word in post_words(name)])
    return tuple(written.replace("sub bagian", "subbagian").replace("sub bidang", "subbidang").split())


@lru_cache(maxsize=4096)
def role_of(name: str) -> tuple[str, ...]:
    """The words of a post's name that say what it is, without its unit, its grade, and who holds it.

    "Plt. KEPALA KELURAHAN MAJU" is a "kepala kelurahan", "STAF PENGELOLA DATA SEKSI X" a "pengelola data".
    """
    found = [word for word in full_name(name) if word not in words("jabatan-tambahan")]
    units, heads = words("kata-unit"), words("kata-jabatan")
    if found and found[0] in units:
        return (found[0],)
    for at, word in enumerate(found):
        if word not in units or (found[0] == "kepala" and word in words("kata-subunit")):
            continue
        # "kepala kelurahan", but "sekretaris" of whatever unit.
        return tuple(found[: at + 1] if at == 1 and found[0] in heads else found[:at])
    return tuple(found)


def alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one role is the other one, or a part of it: "bendahara", "bendahara pengeluaran"."""
    return set(left) <= set(right) or set(right) <= set(left)


def matter(role: tuple[str, ...]) -> frozenset[str]:
    """What a role is about: "program", "laporan" for "pengelola program dan laporan"."""
    return frozenset(role) - words("kata-jabatan") - words("kata-henti")


@lru_cache(maxsize=1)
def _parts() -> dict[str, str]:
    """Short names of posts written out."""
    return {record["singkat"]: record["panjang"] for record in table("singkatan-jabatan")}
