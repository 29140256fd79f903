"""Child process: the words of a file.

Run as ``python -m vanphong.attachments.text KIND SOURCE TARGET``; writes the pages as UTF-8
with a form feed between two, and prints what else it has found as JSON. It opens a file that
a stranger may have made, so whoever starts it limits its memory and time.
"""
