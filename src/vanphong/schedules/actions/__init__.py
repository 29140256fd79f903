"""Acts on work schedules; the only way in which weeks, rooms and reception days change."""

from vanphong.schedules.actions.addresses import renew_address
from vanphong.schedules.actions.items import accept
from vanphong.schedules.actions.items import cancel
from vanphong.schedules.actions.items import change
from vanphong.schedules.actions.items import may_change
from vanphong.schedules.actions.items import my_units
from vanphong.schedules.actions.items import propose
from vanphong.schedules.actions.items import refuse
from vanphong.schedules.actions.items import withdraw
from vanphong.schedules.actions.many import add_recurring
from vanphong.schedules.actions.many import copy_week
from vanphong.schedules.actions.many import import_items
from vanphong.schedules.actions.publishing import approve
from vanphong.schedules.actions.publishing import compile_week
from vanphong.schedules.actions.publishing import publish
from vanphong.schedules.actions.publishing import reopen
from vanphong.schedules.actions.publishing import republish
from vanphong.schedules.actions.publishing import unpublish
from vanphong.schedules.actions.reception import remove_reception_rule
from vanphong.schedules.actions.reception import save_reception_rule
from vanphong.schedules.actions.reception import substitute_reception
from vanphong.schedules.actions.rooms import retire_room
from vanphong.schedules.actions.rooms import save_room


__all__ = [
    "accept",
    "add_recurring",
    "approve",
    "cancel",
    "change",
    "compile_week",
    "copy_week",
    "import_items",
    "may_change",
    "my_units",
    "propose",
    "publish",
    "refuse",
    "remove_reception_rule",
    "renew_address",
    "reopen",
    "republish",
    "retire_room",
    "save_reception_rule",
    "save_room",
    "substitute_reception",
    "unpublish",
    "withdraw",
]
