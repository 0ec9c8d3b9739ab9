"""Plan documents in: one file per format, what kind of file it really is, its encoding and the limits on its size."""

from documents.sources.source import read_pasted, read_source

__all__ = ["read_pasted", "read_source"]
