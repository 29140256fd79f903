"""Thể thức: the form of outgoing documents, on paper and as files.

Decree 30/2020/NĐ-CP, Annexes I and III. It owns what a form shows (``rules.Letter``), the
DOCX templates, the check of a draft's form, the PDF, the marks on it and its copies. It knows
no document: plain values and bytes come in, bytes and findings go out.
"""
