"""What leaves the site as a file: tables, printed matter, dossiers."""
