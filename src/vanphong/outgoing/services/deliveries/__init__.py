"""``@deliveries``: where each recipient stands."""
