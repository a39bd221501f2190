"""The demo's letter box: every mail of the demo can be read in the browser, none leaves the machine."""
