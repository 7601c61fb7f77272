"""Adapters to other programs; each imports its program, and only when it is itself imported."""
