"""Updates of a filer's personal data: PACER changes at once, a court when it has accepted."""
