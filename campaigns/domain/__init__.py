"""What is true about campaigns, in plain Python: no database, no clock, no request."""
