"""Thin Prefect tasks over `engine` and `notifications`; `resources` wires the real objects from the settings."""
