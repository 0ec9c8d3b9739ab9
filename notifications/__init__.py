"""From "whom and what" to a delivered mail: templates, MIME bytes and the channels that carry them."""
