"""Secret addresses of people's own calendars.

An address is ``<key>.<secret>``. Only the SHA-256 of the secret is kept, so that nobody who
reads the database can read calendars; renewing makes the old address worthless.
"""

from hashlib import sha256
from secrets import compare_digest
from secrets import token_hex
from secrets import token_urlsafe


def make(folder, user_id: str) -> str:
    """Give somebody a new address, in place of the one before."""
    drop(folder, user_id)
    key, secret = token_hex(8), token_urlsafe(32)
    folder.addresses[key] = (user_id, _digest(secret))
    folder.keys[user_id] = key
    return f"{key}.{secret}"


def drop(folder, user_id: str) -> None:
    """Make somebody's address worthless."""
    key = folder.keys.get(user_id)
    if key is not None:
        del folder.addresses[key]
        del folder.keys[user_id]


def has(folder, user_id: str) -> bool:
    """Whether somebody has an address."""
    return folder.keys.get(user_id) is not None


def key_of(folder, user_id: str) -> str:
    """The public half of somebody's address; "" without one."""
    return folder.keys.get(user_id) or ""


def owner(folder, address: str) -> str:
    """Whose address it is; "" for a guess."""
    key, _dot, secret = address.partition(".")
    user_id, digest = folder.addresses.get(key, ("", _digest("")))
    # compared for unknown keys, too: how long it takes must tell nothing
    same = compare_digest(digest, _digest(secret))
    return user_id if same and secret else ""


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
