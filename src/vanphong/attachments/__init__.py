"""Tệp đính kèm: the files of a document, scanned or electronic.

Decree 30/2020/NĐ-CP, Annex VI, Part I.III.1 (attach) and Annex I (scans).
It owns what may come in, its name, its size, and the pipeline over its content.
"""
