"""Acts: plain functions, one transaction each, batched, idempotent, over pure `rules`. No Prefect here.

Every function takes the `Office` (database, calendar, sender) and the moment; R-numbers refer to
docs/how-a-plan-runs.md.
"""
