"""Step 1220 on a site whose retention periods named few sources."""

from plone import api
from vanphong.casefiles.interfaces import ICaseFileSettings
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.retention_table import CUSTOM
from vanphong.casefiles.rules.retention_table import RULES
from vanphong.upgrades import v1220
import pytest


#: Lines as the product brought them.
BEFORE = (
    "TH1 | Tổng hợp | Kế hoạch, báo cáo công tác năm | Vĩnh viễn | Thông tư 10/2022/TT-BNV",
    "TH2 | Tổng hợp | Kế hoạch, báo cáo công tác quý, 6 tháng | 20 năm | Thông tư 10/2022/TT-BNV",
    "TC1 | Tổ chức | Tuyển dụng, thi tuyển công chức, viên chức | 20 năm |",
)

#: Lines that somebody has written: other words, another period, another source, no form at all.
OWN = (
    "TH3 | Tổng hợp | Kế hoạch tuần | 10 năm | Thông tư 10/2022/TT-BNV",
    "TH6 | Tổng hợp | Hội nghị sơ kết tháng, quý | 10 năm | Thông tư 09/2011/TT-BNV",
    "TC2 | Tổ chức | Bổ nhiệm, điều động, luân chuyển cán bộ | 70 năm | Quyết định 12/QĐ-UBND",
    "XD1 | Xây dựng | Dự án đầu tư xây dựng công trình | Vĩnh viễn | | 01/01/2024",
    "một dòng không đọc được",
)


def lines():
    return api.portal.get_registry_record("retention_rules", interface=ICaseFileSettings)


def upgraded(portal, given):
    api.portal.set_registry_record("retention_rules", list(given), interface=ICaseFileSettings)
    v1220.sources(portal.portal_setup)
    once = lines()
    v1220.sources(portal.portal_setup)
    assert lines() == once
    return once


def test_lines_that_nobody_changed_get_their_sources(portal):
    found = retention.parse_rules(upgraded(portal, BEFORE))
    assert found == tuple(one for one in RULES if one.code in ("TH1", "TH2", "TC1"))
    assert found[2].law == CUSTOM


def test_every_line_of_the_product_is_known_again(portal):
    before = [v1220._before(one) for one in RULES]
    assert retention.parse_rules(upgraded(portal, retention.format_rules(before))) == RULES


@pytest.mark.parametrize("line", OWN)
def test_what_somebody_has_written_stays(portal, line):
    assert upgraded(portal, [line]) == [line]


def test_a_table_of_today_and_an_empty_one_stay(portal):
    today = retention.format_rules(RULES)
    assert upgraded(portal, today) == today
    assert upgraded(portal, []) == []
