"""Parts shared by every staff page: frame, macros, formats, style, icons, scripts.

A staff page is a BrowserView whose template fills the slots of
``context/@@vp-page/macros/page``. Nothing here imports a feature: what a page shows about
the person and the office comes through :class:`vanphong.ui.interfaces.IShell`.
"""
