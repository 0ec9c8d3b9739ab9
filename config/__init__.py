"""Settings, the clock, the time zone and the root of all errors. Imports nothing of ours."""
