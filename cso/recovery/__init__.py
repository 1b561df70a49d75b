"""The way back to a forgotten PACER password or username (PACER FAQ), the same at both login sites."""
