"""The directive itself, which nothing changes."""
