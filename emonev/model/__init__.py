"""The nouns of emonev: immutable, typed, without input, output or formatting."""
