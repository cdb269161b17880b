"""Rules that an office adds: folders of YAML files (packs), and checks in Python (plugins).

Nothing here is imported before a pack or a plugin is asked for.
"""
