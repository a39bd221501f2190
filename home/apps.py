from __future__ import annotations

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = _("Seiten")

    def ready(self) -> None:
        """Name what is deleted when, and let menus follow the pages: a change makes the navigation forget."""
        from django.db.models.signals import post_delete, post_migrate, post_save
        from wagtail.models import Page
        from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

        from campaigns.queries.readiness import register_readiness
        from cms.core import retention
        from cms.core.copying import register_copy
        from competitions.queries.readiness import register_items
        from home.actions.events import follow_publication
        from home.actions.presenting import draft_page
        from home.keeping import RULES
        from home.navigation import forget
        from home.queries.readiness import competition_page_ready, pages_ready
        from home.viewsets.form_pages import AnswersView
        from home.wagtail_words import name_filters
        from home.workflow import sync_workflow_after_migrate

        register_readiness(pages_ready)
        register_items(competition_page_ready)
        register_copy(draft_page)
        name_filters()

        for rule in RULES:
            retention.register(rule)

        page_published.connect(follow_publication, sender=self.get_model("EventPage"), dispatch_uid="home.events")
        self.get_model("FormPage").submissions_list_view_class = AnswersView

        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(forget, dispatch_uid="home.navigation")
        # after the groups, which cms.accounts makes earlier in the same round
        late = apps.get_app_config("auth")
        post_migrate.connect(sync_workflow_after_migrate, sender=late, dispatch_uid="home.workflow")
        post_delete.connect(forget, sender=Page, dispatch_uid="home.navigation")
        post_save.connect(forget, sender="home.SiteSettings", dispatch_uid="home.navigation")
        for signal in (post_save, post_delete):
            signal.connect(forget, sender="home.Partner", dispatch_uid="home.navigation.partners")
        post_save.connect(forget, sender="wagtailcore.Site", dispatch_uid="home.navigation")
