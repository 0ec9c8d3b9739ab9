"""The command line. Imports everything below, and nothing before a command needs it."""
