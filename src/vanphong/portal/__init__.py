"""The public portal: what a body shows to everybody, and the acts that publish documents.

Reads only what is published. The front page, the site map and the search are put together
from what the features give through :mod:`vanphong.ui.interfaces`.
"""
