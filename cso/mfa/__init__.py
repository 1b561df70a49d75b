"""Multifactor authentication, as PACER has it since 2025: apps that make passcodes, and backup codes.

In a rehearsal of the era 2020 nothing of it appears (docs/decisions/0014).
"""
