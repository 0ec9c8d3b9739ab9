"""One Prefect flow per kind of section, the plan's flow and the delivery flow. The database is the truth: a flow only
reconciles, at any time, twice, late or after a crash."""
