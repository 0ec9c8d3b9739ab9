"""Acts: plain functions, one transaction each, batched, idempotent, over pure `rules`. No Prefect here.

Every function takes the `Office` (database, calendar, letterhead) and the moment. docs/how-a-plan-runs.md numbers the rules.
"""
