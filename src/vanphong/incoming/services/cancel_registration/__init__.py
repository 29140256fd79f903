"""``@cancel-registration``: what was registered by mistake."""
