"""Child process: whether a PDF opens without a password. Run with the name of the file."""

from vanphong.attachments.child import EXITS
from vanphong.attachments.text.pdf import opened
from vanphong.attachments.text.readers import Locked
import sys


def main(arguments: list[str]) -> int:
    """Open it and close it again; what cannot be read at all is not locked either."""
    try:
        opened(arguments[0]).close()
    except Locked:
        return EXITS["password"]
    except ValueError:
        return EXITS["damaged"]
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
