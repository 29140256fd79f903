"""The same letters in a stock Plone catalogue, asked as Plone's own search page asks it."""

from datetime import timedelta
from search_filler import NOW
from search_filler import texts
from search_filler import tokens_of


#: What Plone's page of results and plone.restapi's @search take out of a brain.
COLUMNS = ("Title", "Description", "portal_type", "review_state", "Creator", "ModificationDate")

#: Roles that Plone asks for beside the person's own id and groups.
EVERYBODY = ["Anonymous", "Authenticated", "Member", "user:AuthenticatedUsers"]

WORDS = "Ủy ban"
PAGE = 50


class Stock:
    """A catalogue as Plone makes it, with the indexes that its search uses; nothing else in it."""

    def __init__(self) -> None:
        from Products.CMFPlone.UnicodeSplitter.splitter import I18NNormalizer
        from Products.CMFPlone.UnicodeSplitter.splitter import Splitter
        from Products.PluginIndexes.DateIndex.DateIndex import DateIndex
        from Products.PluginIndexes.DateRangeIndex.DateRangeIndex import DateRangeIndex
        from Products.PluginIndexes.FieldIndex.FieldIndex import FieldIndex
        from Products.PluginIndexes.KeywordIndex.KeywordIndex import KeywordIndex
        from Products.ZCatalog.ZCatalog import ZCatalog
        from Products.ZCTextIndex.ZCTextIndex import PLexicon
        from Products.ZCTextIndex.ZCTextIndex import ZCTextIndex

        self.catalog = ZCatalog("catalog")
        self.catalog.threshold = None  # it is in no database whose cache could shrink
        lexicon = PLexicon("plone_lexicon", "", Splitter(), I18NNormalizer())
        self.catalog._setObject("plone_lexicon", lexicon)
        extra = type("Extra", (), {"index_type": "Okapi BM25 Rank"})
        extra.lexicon_id = "plone_lexicon"
        text = ZCTextIndex("SearchableText", extra, self.catalog)
        self.catalog.addIndex("SearchableText", text)
        self.catalog.addIndex("allowedRolesAndUsers", KeywordIndex("allowedRolesAndUsers"))
        self.catalog.addIndex("portal_type", FieldIndex("portal_type"))
        self.catalog.addIndex("Date", DateIndex("Date"))
        span = DateRangeIndex("effectiveRange", since_field="effective", until_field="expires")
        self.catalog.addIndex("effectiveRange", span)
        for name in COLUMNS:
            self.catalog.addColumn(name)

    def fill(self, last: int) -> None:
        """Catalogue the same texts."""
        for number, subject, body in texts(0, last):
            one = type("Letter", (), {})()
            one.SearchableText = f"{number} {number}/UBND-VX {subject} Sở Thử nghiệm {body}"
            users = [f"user:{token}" for token in sorted(tokens_of(number))]
            one.allowedRolesAndUsers = ["Manager", "Site Administrator", *users]
            one.Date = one.effective = NOW - timedelta(minutes=number)
            one.expires = None
            one.Title, one.Description, one.Creator = subject, "", "vanthu"
            one.portal_type, one.review_state = "IncomingDocument", "finished"
            one.ModificationDate = one.Date.isoformat()
            self.catalog.catalog_object(one, f"/vanphong/van-ban/filler/{number}")

    def ask(self, users) -> list[dict]:
        """Two common words, the newest first, of what one may see: fifty rows of a page."""
        from DateTime import DateTime
        from plone.base.utils import munge_search_term

        query = {
            "SearchableText": munge_search_term(WORDS),
            "allowedRolesAndUsers": [*EVERYBODY, *(f"user:{one}" for one in users)],
            "effectiveRange": DateTime(),
            "portal_type": ["Document", "File", "IncomingDocument", "OutgoingDocument"],
            "sort_on": "Date",
            "sort_order": "reverse",
            "b_start": 0,
            "b_size": PAGE,
        }
        found = self.catalog.searchResults(**query)
        return [
            {"path": brain.getPath(), **{name: getattr(brain, name) for name in COLUMNS}}
            for brain in found[:PAGE]
        ]
