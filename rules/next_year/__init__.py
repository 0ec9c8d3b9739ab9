"""Making next year's plan from this year's: dates, agencies, legal bases, and what only a person can decide."""
