"""What the demo world tells: invented projects, people and scores around real towns."""
