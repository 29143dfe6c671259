"""Everything people see, drawn from a saved assessment alone: terminal, HTML, JSON."""
