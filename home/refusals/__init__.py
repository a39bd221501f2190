"""German words for every reason of the domain: what is wrong and what to do next."""
