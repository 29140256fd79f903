"""The articles that the rules of outgoing documents come from, as they are cited."""

DECREE = "Nghị định 30/2020/NĐ-CP"

DRAFT = f"{DECREE}, Điều 10"
APPROVE = f"{DECREE}, Điều 11"
CHANGED = f"{DECREE}, Điều 11 khoản 2"
CHECK = f"{DECREE}, Điều 12"
CONTENT = f"{DECREE}, Điều 12 khoản 1"
FORM = f"{DECREE}, Điều 12 khoản 2"
SIGN = f"{DECREE}, Điều 13"
NUMBER = f"{DECREE}, Điều 15"
REGISTER = f"{DECREE}, Điều 16"
SEAL = f"{DECREE}, Điều 17 và Điều 32"
ISSUE = f"{DECREE}, Điều 18"
AMEND = f"{DECREE}, Điều 18 khoản 3"
RECALL = f"{DECREE}, Điều 18 khoản 4"
COPY = f"{DECREE}, Điều 25 đến Điều 27"
RECIPIENTS = f"{DECREE}, Phụ lục I, Phần I, mục II.9"
SYMBOL = f"{DECREE}, Phụ lục I, Phần I, mục II.3"

#: The order of the stages of an outgoing document.
STAGES = f"{DECREE}, Điều 10 đến Điều 19"
