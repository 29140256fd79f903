"""The example day of the showcase: 08:00, Wednesday 14/8/2024. Names are invented."""

from vanphong import _


COLUMNS = [
    {"id": "pick", "title": _("Select"), "css": "ck", "hidden": True},
    {"id": "degree", "title": _("Urgency"), "css": "ur"},
    {"id": "number", "title": _("Arrival number"), "css": "no"},
    {"id": "subject", "title": _("Subject, sender, symbol"), "css": "su"},
    {"id": "role", "title": _("Part"), "css": "ro"},
    {"id": "giver", "title": _("Given by, since"), "css": "by"},
    {"id": "due", "title": _("Deadline"), "css": "du", "url": "?sort=due", "sorted": "ascending"},
]

# degree, number, subject, source, role, giver, (day, hour, minute), due, lateness, unread
ROWS = (
    (
        "express",
        "1203",
        "Công điện về việc ứng phó với bão số 4",
        "BCH PCTT&TKCN tỉnh · 14/CĐ-PCTT",
        "coordinate",
        "Phó Chủ tịch (kinh tế)",
        (14, 7, 42),
        "15/8, 17:00",
        ("soon", 1),
        True,
    ),
    (
        "urgent",
        "1201",
        "V/v tuyên truyền phòng, chống bệnh sốt xuất huyết",
        "Sở Y tế · 1190/SYT-NVY",
        "coordinate",
        "Phó Chủ tịch (văn xã)",
        (13, 10, 30),
        "hôm nay, 11:00",
        ("today", 3, "hour"),
        True,
    ),
    (
        "normal",
        "1166",
        "V/v rà soát, thống kê thiết chế văn hóa, thể thao cơ sở",
        "Sở VH-TT&DL · 780/SVHTTDL-XDNSVH",
        "lead",
        "Phó Chủ tịch (văn xã)",
        (6, 14, 10),
        "12/8, 17:00",
        ("late", 2),
        False,
    ),
    (
        "normal",
        "1198",
        "V/v tiếp tục sử dụng hiệu quả, tối ưu hệ thống Văn phòng điện tử",
        "UBND tỉnh · 492/UBND-VP",
        "lead",
        "Chủ tịch UBND huyện",
        (13, 16, 5),
        "15/8, 17:00",
        ("soon", 1),
        True,
    ),
    (
        "normal",
        "1181",
        "V/v triển khai kết nối, liên thông gửi nhận văn bản điện tử và ký số",
        "Sở TT&TT · 512/STTTT-CNTT",
        "lead",
        "Chủ tịch UBND huyện",
        (12, 15, 40),
        "20/8, 17:00",
        ("ontime", 4),
        False,
    ),
    (
        "normal",
        "1202",
        "V/v thông báo lịch ngừng cung cấp điện từ 16/8 đến 18/8",
        "Điện lực Phú Khê · 88/ĐLPK-KT",
        "inform",
        "Chánh Văn phòng",
        (14, 7, 15),
        "Đọc là xong",
        ("none",),
        True,
    ),
    (
        "normal",
        "1195",
        "Báo cáo tình hình an ninh trật tự tuần 32",
        "Công an huyện · 212/CAH-TH",
        "inform",
        "Chánh Văn phòng",
        (12, 16, 20),
        "Đọc là xong",
        ("none",),
        False,
    ),
)

COUNTS = [
    {
        "n": 17,
        "title": "Chờ tôi xử lý",
        "sub": "6 việc chưa mở",
        "url": "?all",
        "on": True,
    },
    {
        "n": 4,
        "title": "Sắp đến hạn",
        "sub": "còn không quá 1 ngày làm việc",
        "url": "?soon",
        "kind": "soon",
    },
    {"n": 2, "title": "Quá hạn", "sub": "lâu nhất: trễ 2 ngày", "url": "?late", "kind": "late"},
]
TABS = [
    {"title": "Mọi chức vụ", "count": 17, "url": "?p=", "on": True},
    {"title": "Trưởng phòng VH&TT", "count": 12, "url": "?p=1"},
    {"title": "Phó Trưởng ban BCĐ Chuyển đổi số", "count": 5, "url": "?p=2"},
]
BULK = {
    "acts": [
        {"value": "finish", "title": "Kết thúc", "icon": "check", "key": "e", "kind": "work"},
        {"value": "assign", "title": "Giao việc", "icon": "user", "key": "g"},
        {"value": "transfer", "title": "Chuyển", "icon": "swap", "key": "c"},
    ],
    "note": "Việc “Để biết” kết thúc không cần ý kiến",
}
PAGING = {"first": 1, "last": 7, "total": 1001, "previous": None, "next": "?b_start=50"}
FILTERS = {
    "action": "",
    "fields": [
        {
            "name": "year",
            "label": "Sổ",
            "value": "2024",
            "options": [("2024", "Năm 2024"), ("2023", "Năm 2023")],
        },
        {
            "name": "role",
            "label": "Vai trò",
            "options": [("", "Tất cả"), ("lead", "Chủ trì"), ("inform", "Để biết")],
        },
        {"name": "since", "label": "Từ ngày", "kind": "date"},
    ],
}
FACTS = [
    {"term": "Tác giả", "value": "UBND tỉnh An Bình"},
    {"term": "Ngày đến", "value": "13/8/2024, 08:12"},
    {"term": "Số, ký hiệu", "value": "492/UBND-VP"},
    {"term": "Ngày văn bản", "value": "12/8/2024"},
    {"term": "Loại", "value": "Công văn"},
    {"term": "Người ký", "value": "KT. Chủ tịch, PCT"},
    {"term": "Độ khẩn", "value": "Thường"},
    {"term": "Hình thức", "value": "Giấy, đã quét"},
]
FILES = [
    {"title": "492-UBND-VP.pdf", "url": "#", "icon": "scan", "note": "2 trang · 412 KB"},
    {"title": "Phu-luc-1-2.pdf", "url": "#", "note": "5 trang · 1,1 MB · đang kiểm tra"},
    {"title": "01.VHTT.2024 – Chuyển đổi số", "url": "#", "icon": "file", "note": "hồ sơ"},
]
REMARKS = [("Trưởng phòng Nội vụ", "Danh sách tài khoản sẽ gửi trước 15:00.")]
ACTS = {
    "acts": [
        {"title": "Giao việc", "url": "#", "icon": "user", "key": "g", "kind": "work"},
        {"title": "Xin gia hạn", "url": "#vp-sample", "icon": "clock", "opens": "vp-sample"},
        {"title": "Trả lại", "url": "#", "icon": "back"},
        {
            "title": "Kết thúc",
            "url": "#",
            "icon": "check",
            "disabled": "còn 1 đơn vị phối hợp chưa báo cáo",
        },
    ],
    "more": [{"title": "In phiếu giải quyết", "url": "#", "icon": "print"}],
}
DIRECTIVE = {
    "by": "Chủ tịch UBND huyện",
    "entered_by": "văn thư cơ quan",
    "note": "1 ý kiến",
    "text": (
        "Giao Phòng VH&TT chủ trì, phối hợp Văn phòng, Phòng Nội vụ rà soát toàn bộ tài khoản "
        "chưa đăng nhập, văn bản tồn chưa kết thúc; tham mưu văn bản chấn chỉnh, xong trong "
        "ngày 15/8."
    ),
    "parts": [
        {"role": "lead", "names": ["Phòng Văn hóa và Thông tin"]},
        {"role": "coordinate", "names": ["Văn phòng HĐND&UBND", "Phòng Nội vụ"]},
        {
            "role": "inform",
            "names": ["UBND 17 xã, thị trấn"],
            "more_url": "#",
            "more": "xem danh sách",
        },
    ],
    "due": "17:00, thứ Năm 15/8/2024",
}


def timeline(badges: dict[str, str]) -> list[dict]:
    """Who held the sample letter."""
    return [
        {"title": "Văn thư cơ quan", "text": "Vào sổ, trình", "when": "13/8, 08:12 · sau 20 phút"},
        {"title": "Chánh Văn phòng", "text": "Trình lãnh đạo", "when": "13/8, 09:40"},
        {"title": "Chủ tịch UBND huyện", "text": "Chỉ đạo", "when": "13/8, 16:05"},
        {
            "title": "Trưởng phòng VH&TT",
            "text": "Chủ trì, đã mở 07:50 hôm nay",
            "kind": "now",
            "mine": True,
            "badge": badges["left"],
            "children": [
                {"title": "Văn phòng, phối hợp", "badge": badges["seen"]},
                {"title": "Phòng Nội vụ, phối hợp", "badge": badges["unseen"]},
                {"title": "17 xã, thị trấn, để biết: 12 đã đọc"},
            ],
        },
        {"title": "Chuyên viên xử lý", "text": "chưa giao", "kind": "next"},
        {"title": "Trưởng phòng kết thúc", "text": "dự kiến trước 17:00, 15/8", "kind": "next"},
    ]
