"""Static files of a production site: compressed, and named after their content so that browsers keep them for good."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage as HashedStorage


class HashedStaticFilesStorage(HashedStorage):
    """Also renames what our own scripts import from each other; import lines therefore end with a semicolon.

    Scripts of other packages stay as they are: some name imports that only a bundler can resolve.
    """

    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = ("js/*.js", HashedStorage._js_module_import_aggregation_patterns[1])
