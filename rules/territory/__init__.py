"""From the tables of administrative units to a directory of agencies, and to what became of each agency that ended."""
