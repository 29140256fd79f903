"""The control panel of the workflows."""
