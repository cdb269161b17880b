"""`python -m iki_lint`."""

from iki_lint.cli import main

if __name__ == "__main__":
    main()
