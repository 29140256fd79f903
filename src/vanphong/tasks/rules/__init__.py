"""Rules of tasks: reading conclusions line by line, and what a task asks for."""
