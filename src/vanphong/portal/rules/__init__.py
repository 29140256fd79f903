"""The rules of publishing: what may be shown, from when to when, at which address, how coloured."""

from vanphong.portal.rules.categories import CATEGORIES
from vanphong.portal.rules.categories import Category
from vanphong.portal.rules.categories import category_lines
from vanphong.portal.rules.categories import parse_categories
from vanphong.portal.rules.links import Link
from vanphong.portal.rules.links import read_links
from vanphong.portal.rules.looks import check_colour
from vanphong.portal.rules.looks import contrast
from vanphong.portal.rules.publishing import LAW
from vanphong.portal.rules.publishing import Source
from vanphong.portal.rules.publishing import State
from vanphong.portal.rules.publishing import address
from vanphong.portal.rules.publishing import check_days
from vanphong.portal.rules.publishing import is_public
from vanphong.portal.rules.publishing import refuse_unfit


__all__ = [
    "CATEGORIES",
    "LAW",
    "Category",
    "Link",
    "Source",
    "State",
    "address",
    "category_lines",
    "check_colour",
    "check_days",
    "contrast",
    "is_public",
    "parse_categories",
    "read_links",
    "refuse_unfit",
]
