"""Case search of an account registered without a card: the letter, its code, and the ways around it."""
