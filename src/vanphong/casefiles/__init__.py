"""Case files: the yearly file list, files of work, what lies in them, retention.

Decree 30/2020/NĐ-CP, Articles 28 to 31.
"""
