"""Tasks of the sample body in the hands of a test."""

from datetime import timedelta
from tests.office import as_user
from tests.office import tick
from vanphong.attachments import words as file_words
from vanphong.calendars import clock
from vanphong.tasks import actions
from vanphong.tasks import conclusions


#: What notice 186/TB-UBND concludes, as it stands in its scan.
NOTICE = """THÔNG BÁO
Ý kiến kết luận của đồng chí Phó Chủ tịch thường trực UBND huyện tại cuộc họp

Phó Chủ tịch thường trực UBND huyện có ý kiến kết luận như sau:

1. Về việc truy cập Trang thông tin điện tử để lấy lịch công tác, giấy mời họp

Yêu cầu Thủ trưởng các phòng, ban huyện, Chủ tịch UBND các xã, thị trấn truy cập vào Trang thông tin
điện tử của huyện để lấy Lịch công tác. Thời gian thực hiện: Kể từ ngày 02/12/2015.

2. Về việc sử dụng Văn phòng điện tử để tiếp nhận ý kiến chỉ đạo, điều hành của UBND huyện

- Về thời gian, tiến độ thực hiện:

+ Kể từ ngày 02/01/2016: Áp dụng thêm các phòng, ban còn lại

+ Đến năm 2017: Triển khai Văn phòng điện tử tại các xã, thị trấn.

- Yêu cầu Thủ trưởng các phòng, ban chuyên môn của huyện:

+ Kể từ ngày 02/12/2015, UBND huyện không chuyển xử lý bằng văn bản giấy cho các phòng, ban huyện
mà thực hiện chuyển hoàn toàn qua Hệ thống VPĐT; Văn phòng HĐND và UBND huyện sẽ thực hiện sao y,
sao lục gửi các đơn vị sau.

+ Tổ chức quán triệt cho cán bộ, công chức thực hiện nghiêm túc Quy chế quản lý, sử dụng.

- Yêu cầu Trưởng Phòng Văn hóa và Thông tin:

+ Kiểm tra, đôn đốc các cơ quan, đơn vị thực hiện Kế hoạch; kịp thời đề xuất các giải pháp.

+ Cung cấp đầy đủ tài khoản, mật khẩu cho lãnh đạo và chuyên viên trước ngày 20/8.

+ Chỉ đạo Tổ giúp việc ứng dụng CNTT thực hiện tốt chức năng, nhiệm vụ được phân công.

+ Tham mưu tổ chức mở thêm các lớp tập huấn, hướng dẫn sử dụng.

+ Phối hợp với Phòng Tài chính- Kế hoạch huyện tham mưu UBND huyện đầu tư, mua sắm trang thiết bị.

- Yêu cầu Chánh Văn phòng HĐND và UBND huyện:

+ Chỉ đạo các bộ phận chuyên môn của cơ quan thực hiện việc quét văn bản đúng thời gian quy định;

+ Theo dõi tiến độ thực hiện, xử lý văn bản bằng phần mềm của các phòng, ban huyện.

+ Phân công cán bộ phụ trách vận hành hệ thống VPĐT tại Văn phòng HĐND & UBND huyện.

Nơi nhận:
- Các phòng, ban chuyên môn huyện;
"""


def in_days(days):
    """A day from now on."""
    return clock.today() + timedelta(days=days)


class Tasks:
    """Short ways to give tasks and to work on them."""

    def __init__(self, office):
        self.office = office

    def notice(self, text=NOTICE):
        """The notice of the sample body with its words read."""
        document = self.office.document("186/TB-UBND")
        words = file_words.Words("text")
        words.put(1, text)
        document.attachments[0].words = words
        return document

    def lines(self, document, **more):
        """What a leader sends for the ticked lines, as they are proposed."""
        vp = self.office.uid("vp")
        return [
            {
                "line": one.line.number,
                "text": one.line.text,
                "leads": one.leads or (vp,),
                "coordinators": one.coordinators,
                "due": one.due or in_days(10),
                **more,
            }
            for one in conclusions.proposed(document)
            if one.asks
        ]

    def from_notice(self, by="pct-vanxa"):
        """The tasks of the notice."""
        document = self.notice()
        with as_user(by):
            tick()
            return actions.give_conclusions(document, self.lines(document))

    def give(self, context=None, by="chutich", **more):
        """A free task."""
        asked = {
            "text": "Báo cáo tình hình triển khai văn phòng điện tử",
            "lead": self.office.uid("vhtt"),
            "due": in_days(10),
            **more,
        }
        with as_user(by):
            tick()
            return actions.give_task(context or self.office.body, **asked)

    def assigned(self, **more):
        """A task that cv1-vhtt works on."""
        task = self.give(**more)
        step = self.office.step(task, "lead")
        self.office.do("assign", task, step, "truongphong-vhtt", person="cv1-vhtt")
        return task

    def do(self, act, task, by, *args, **more):
        """One of the acts on a task."""
        with as_user(by):
            tick()
            return getattr(actions, act)(task, *args, **more)
