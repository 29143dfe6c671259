"""Everything people see, drawn from a saved assessment alone: terminal, HTML, JSON."""

# What an assessment is drawn and shown with, for who has time to load it before it is needed.
LOADED_LATE = ("jinja2", "emonev.render.html", "rich.console", "emonev.render.terminal")
