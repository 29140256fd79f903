"""The control panel of the work calendar."""
