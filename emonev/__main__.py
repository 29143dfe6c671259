"""`python -m emonev`: the same program where the command itself is not on the path."""

from emonev.cli.main import main

if __name__ == "__main__":
    main()
