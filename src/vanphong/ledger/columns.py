"""What the tables of the ledger are made of."""

from collections.abc import Mapping
from sqlalchemy import BigInteger
from sqlalchemy import Boolean
from sqlalchemy import Column
from sqlalchemy import Integer
from sqlalchemy import MetaData
from sqlalchemy import Table
from sqlalchemy import Text
from typing import Any


#: A row as pages and services get it.
Row = dict[str, Any]

metadata = MetaData()

SERIAL = BigInteger().with_variant(Integer, "sqlite")


def text_column(name: str, **options: Any) -> Column[str]:
    """A text that is never null."""
    return Column(name, Text, nullable=False, default="", **options)


def int_column(name: str) -> Column[int]:
    """A whole number, 0 where nothing is said."""
    return Column(name, Integer, nullable=False, default=0)


def flag_column(name: str) -> Column[bool]:
    """Yes or no; no where nothing is said."""
    return Column(name, Boolean, nullable=False, default=False)


def serial_column() -> Column[int]:
    """The number that the database gives; it is no part of a row of content."""
    return Column("id", SERIAL, primary_key=True, autoincrement=True, info={"serial": True})


def content_columns(table: Table) -> list[Column[Any]]:
    """The columns that a row is made of, that is all but a serial number."""
    return [column for column in table.columns if not column.info.get("serial")]


def complete(table: Table, values: Mapping[str, Any]) -> Row:
    """A row with every column of the table, empty where ``values`` is silent.

    Raises TypeError for a column that the table does not have.
    """
    columns = content_columns(table)
    unknown = set(values) - {column.name for column in columns}
    if unknown:
        raise TypeError(f"{table.name} has no column {', '.join(sorted(unknown))}")
    return {column.name: _plain(column, values.get(column.name)) for column in columns}


def _plain(column: Column[Any], value: Any) -> Any:
    """The value as the database gives it back."""
    if value is None:
        default: Any = column.default
        return None if default is None else default.arg
    return str(value) if isinstance(value, str) else value
