"""Work behind the scenes of the site, one module per subject."""
