"""What a person does with the search: keeping searches, choosing columns, exporting."""

from collections.abc import Collection
from uuid import uuid4
from vanphong.documents import exports
from vanphong.documents import search
from vanphong.documents import searches
from vanphong.documents.export_files import KINDS
from vanphong.documents.interfaces import ColumnsChosen
from vanphong.documents.interfaces import ExportRequested
from vanphong.documents.interfaces import SearchDeleted
from vanphong.documents.interfaces import SearchSaved
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger import jobs
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from vanphong.ui.given import Given
from zope.event import notify


USE = "vanphong: Use Office"
STAFF = _("the people of the office")

RULE = "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục III.6"


@office_act("save_search", USE, STAFF)
def save_search(site, *, name: str, query: dict, unit_uid: str = "") -> searches.SavedSearch:
    """Keep a search under a name; the person's own search of that name is replaced.

    :param query: values by the names of ``search.FILTERS``.
    :param unit_uid: one of the person's units, whose people see the search, too.
    """
    me = people.me()
    name = " ".join(name.split())
    if not name or len(name) > searches.LONGEST_NAME:
        raise InvalidInput(_("Give the search a name of at most 100 characters."), field="title")
    if unit_uid and unit_uid not in me.units():
        raise NotAllowed(_("A search is shared with a unit of your own."), field="unit", rule=RULE)
    values = tuple(sorted(search.asked(Given(query)).items()))
    if not values or any(len(text) > searches.LONGEST_VALUE for _name, text in values):
        raise InvalidInput(_("Look for something before you save the search."), field="query")
    mine = [one for one in searches.of(me) if one.owner == me.user_id]
    same = next((one for one in mine if one.name == name), None)
    if same is None and len(mine) >= searches.MOST:
        raise Conflict(
            _("You have ${n} saved searches; delete one first."), n=searches.MOST, field="title"
        )
    uid = uuid4().hex if same is None else same.uid
    saved = searches.SavedSearch(uid, name, values, me.user_id, me.title, unit_uid)
    searches.put(saved)
    done("save_search", site, search=uid, called=name, unit=unit_uid)
    notify(SearchSaved(site, uid))
    return saved


@office_act("delete_search", USE, STAFF)
def delete_search(site, uid: str) -> None:
    """Forget a search of one's own.

    :raises InvalidInput: when there is none.
    """
    found = searches.find(uid)
    if found is None or found.owner != people.me().user_id:
        raise InvalidInput(_("You have no such saved search."), field="uid")
    searches.remove(uid)
    done("delete_search", site, search=uid, called=found.name)
    notify(SearchDeleted(site, uid))


@office_act("choose_columns", USE, STAFF)
def choose_columns(site, names: Collection[str]) -> None:
    """Choose which columns the results have (Annex VI, Part I.III.6.đ)."""
    _check_columns(names)
    chosen = tuple(name for name in searches.COLUMNS if name in names)
    searches.put_columns(people.me().user_id, chosen)
    done("choose_columns", site, columns=list(chosen))
    notify(ColumnsChosen(site, people.me().user_id))


@office_act("export_results", USE, STAFF)
def export_results(site, *, kind: str, query: dict, columns: Collection[str] = ()) -> str:
    """Have the results of a search made into a file; the UID of the job that makes it.

    :param kind: xlsx, docx or pdf.
    """
    if kind not in KINDS:
        raise InvalidInput(
            _("“${value}” is none of ${known}."), field="kind", value=kind, known=", ".join(KINDS)
        )
    me, given = people.me(), Given(query)
    values = search.asked(given)
    search.criteria(given, me)
    search.order(given)
    names = list(columns) or list(searches.columns(me.user_id))
    _check_columns(names)
    args = {"user": me.user_id, "kind": kind, "query": values, "columns": names}
    uid = jobs.put(exports.JOB, me.user_id, args)
    done("export_results", site, job=uid, kind=kind, query=values)
    notify(ExportRequested(site, uid))
    return uid


def _check_columns(names: Collection[str]) -> None:
    unknown = sorted(set(names) - set(searches.COLUMNS))
    if unknown:
        raise InvalidInput(
            _("“${value}” is none of ${known}."),
            field="columns",
            value=unknown[0],
            known=", ".join(searches.COLUMNS),
        )
