"""What people ask of courts, and what courts decide."""
