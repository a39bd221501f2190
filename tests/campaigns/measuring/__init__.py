"""The campaign rows of `make bench`; tests/benchmarks names them, here Django is already set up."""
