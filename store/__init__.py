"""All SQL, and the migrations. One file per family of rows; functions take a session and never commit.

A transaction is opened by `database.Database.begin()` and belongs to the caller (`engine`).
"""
