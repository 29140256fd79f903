"""Ý kiến chỉ đạo (bút phê): the leader's official word on a document.

One lead, any coordinators, any for information, a deadline (Decree 30/2020, Article 23).
"""
