"""What is measured and never tested: speed, memory, start-up. `make benchmark` runs it."""
