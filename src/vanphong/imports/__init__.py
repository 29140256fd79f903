"""Nhập văn bản cũ: documents of past years, with the numbers that paper registers gave them.

A list in .xlsx and a folder of scans are read and checked row by row before anything is
written; then the documents are entered in batches that can be stopped and go on.
"""
