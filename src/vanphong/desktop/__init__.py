"""Bàn làm việc: what awaits me, what is late, and the way there.

The frame's shell for signed-in people, the desktop, the work of a unit, and the front door.
It owns no content: everything it shows comes from the ledger.
"""
