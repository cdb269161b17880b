"""Comments that set findings aside: `# iki-lint: abaikan FRM001 -- alasan`."""
