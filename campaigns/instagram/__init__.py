"""Posts with a campaign's hashtag: asked for by the server, held back until their authors confirm."""

from __future__ import annotations

from campaigns.instagram.graph import Answer, GraphProblem, Post, is_enabled, photo_of, posts_of_account, posts_with

__all__ = ["Answer", "GraphProblem", "Post", "is_enabled", "photo_of", "posts_of_account", "posts_with"]
