"""Words, tables and pictures out: draft dispatches, the workbook, the pages of a closed plan."""
