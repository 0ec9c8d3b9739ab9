"""Pure decisions: no database, no clock, no files, no Prefect. Each answers a question with a value."""
