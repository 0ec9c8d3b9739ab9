"""Reading a plan document: its header, its outline and its tasks, each value at face value with its place."""
