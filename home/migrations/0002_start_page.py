"""Put an empty start page where Wagtail greets its developers, and take the preset workflow off the root.

Backwards the start page goes and a bare page takes its place, if nobody has put pages below it.
"""

from django.db import migrations


def _site_and_root(apps):
    Site = apps.get_model("wagtailcore", "Site")
    Page = apps.get_model("wagtailcore", "Page")
    return Site.objects.filter(is_default_site=True).first(), Page.objects.filter(depth=1).order_by("path").first()


def _is_replaceable(page):
    """The greeting of a new installation: never edited, nothing below it."""
    return page is not None and page.depth == 2 and page.numchild == 0


def add_start_page(apps, schema_editor):
    HomePage = apps.get_model("home", "HomePage")
    Page = apps.get_model("wagtailcore", "Page")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Locale = apps.get_model("wagtailcore", "Locale")
    site, root = _site_and_root(apps)
    if site is None or root is None:
        return
    old = Page.objects.filter(pk=site.root_page_id).first()
    locale = Locale.objects.filter(language_code="de").first() or Locale.objects.first()
    if not _is_replaceable(old) or locale is None:
        return
    content_type, _created = ContentType.objects.get_or_create(model="homepage", app_label="home")
    path = old.path
    # the site must not fall with its page: point it to the root while the greeting goes
    site.root_page_id = root.pk
    site.save(update_fields=["root_page_id"])
    Page.objects.filter(pk=old.pk).delete()
    start = HomePage.objects.create(
        title="Start",
        draft_title="Start",
        slug="start",
        headline="Die Stadt beginnt",
        headline_second="in der Mitte.",
        teaser="Die Website eines Bündnisses für lebendige Innenstädte.",
        content_type=content_type,
        path=path,
        depth=2,
        numchild=0,
        url_path="/start/",
        locale=locale,
        live=True,
        show_in_menus=False,
    )
    site.root_page_id = start.pk
    site.save(update_fields=["root_page_id"])


def remove_start_page(apps, schema_editor):
    HomePage = apps.get_model("home", "HomePage")
    Page = apps.get_model("wagtailcore", "Page")
    ContentType = apps.get_model("contenttypes", "ContentType")
    site, _root = _site_and_root(apps)
    start = HomePage.objects.filter(pk=site.root_page_id).first() if site else None
    if start is None or start.numchild:
        return
    # only the home page's own row goes; the bare page below it stays and takes a bare type
    page_type, _created = ContentType.objects.get_or_create(model="page", app_label="wagtailcore")
    Page.objects.filter(pk=start.pk).update(content_type=page_type)
    HomePage.objects.filter(pk=start.pk)._raw_delete(schema_editor.connection.alias)


def take_workflow_off(apps, schema_editor):
    WorkflowPage = apps.get_model("wagtailcore", "WorkflowPage")
    _site, root = _site_and_root(apps)
    if root is not None:
        WorkflowPage.objects.filter(page_id=root.pk).delete()


def put_workflow_on(apps, schema_editor):
    WorkflowPage = apps.get_model("wagtailcore", "WorkflowPage")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    _site, root = _site_and_root(apps)
    workflow = Workflow.objects.order_by("pk").first()
    if root is not None and workflow is not None:
        WorkflowPage.objects.get_or_create(page_id=root.pk, defaults={"workflow": workflow})


class Migration(migrations.Migration):
    dependencies = [("home", "0001_initial")]

    operations = [
        migrations.RunPython(add_start_page, remove_start_page),
        migrations.RunPython(take_workflow_off, put_workflow_on),
    ]
