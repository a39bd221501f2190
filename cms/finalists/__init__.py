"""The one bridge between campaigns and competitions: a shortlist becomes candidates, their prizes come back."""
