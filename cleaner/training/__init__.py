"""Everything that needs annotated data: training, composing and evaluating."""
