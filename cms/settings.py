"""All settings in one file: read from the environment by typed readers, safe unless told otherwise."""

from __future__ import annotations

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from cms import env

ROOT = Path(__file__).resolve().parent.parent

# --- what kind of place this is ---------------------------------------------------------------------------
DEBUG = env.flag("DEBUG")
DEMO = env.flag("DEMO")
DEMO_ONE_STEP_LOGIN = env.flag("DEMO_ONE_STEP_LOGIN")
DATA_DIR = env.folder("DATA_DIR", ROOT / "var")
SECRET_KEY = env.text("SECRET_KEY", "insecure-demo-key-never-for-production" if DEMO else None)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
BASE_URL = env.text("BASE_URL", "http://localhost:8000").rstrip("/")
HTTPS = BASE_URL.startswith("https://")
# A site that anybody beyond this machine and its network can reach is a production site; cms.core.checks guards it.
PRODUCTION = not all(env.is_local(address) for address in [BASE_URL, *(f"http://{host}" for host in ALLOWED_HOSTS)])
SITE_NAME = env.text("SITE_NAME", "Innenstädte mit Zukunft")
HOME_LAND = env.text("HOME_LAND", "16")  # key of the land whose municipalities the register import reads

# --- parts ----------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "home",
    "campaigns",
    "competitions",
    "cms.demo",
    "cms.finalists",
    "cms.accounts",
    "cms.places",
    "cms.core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "cms.accounts.wagtail_users.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",  # its German for „vor 15 Sekunden“, which Wagtail's lists say
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cms.core.maintenance.MaintenanceMiddleware",
    "cms.core.caching.PageCacheMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.core.middleware.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.core.languages.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cms.accounts.middleware.SecondFactorMiddleware",
    "cms.accounts.previewing.PreviewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "cms.core.middleware.ThrottledMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "cms.core.context.site",
                "home.context.ways",
            ],
        },
    },
]

FORM_RENDERER = "cms.core.forms.SiteFormRenderer"

# --- data -------------------------------------------------------------------------------------------------------
DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{DATA_DIR}/db.sqlite3")}

REDIS_URL = env.text("REDIS_URL", "")
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL, "KEY_PREFIX": "stadtblick"}
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "stadtblick"}
    )
}

# Whole public pages for visitors without cookies, see cms/core/caching.py; nothing is kept while somebody develops.
PAGE_CACHE_SECONDS = 0 if DEBUG else 60

# --- files --------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [ROOT / "cms" / "static"]
MEDIA_URL = "/medien/"
MEDIA_ROOT = DATA_DIR / "public"
PRIVATE_ROOT = DATA_DIR / "private"
# Folders of the public store that the public view never answers: Wagtail's documents obey the privacy of their
# collection, originals may carry what their renditions have lost, avatars are for the admin.
PUBLIC_FILES_WITHHELD = ("documents/", "original_images/", "avatar_images/", "health/")
STORAGES = {
    "default": env.store("S3_PUBLIC_BUCKET", "cms.core.storages.Public", MEDIA_ROOT),
    "private": env.store("S3_PRIVATE_BUCKET", "cms.core.storages.Private", PRIVATE_ROOT),
    "staticfiles": {
        "BACKEND": (
            "cms.core.static.HashedStaticFilesStorage"
            if PRODUCTION
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}

# --- tasks --------------------------------------------------------------------------------------------------------
TASKS_IMMEDIATE = env.flag("TASKS_IMMEDIATE", DEMO)
TASKS = {
    "default": {
        "BACKEND": (
            "django_tasks.backends.immediate.ImmediateBackend" if TASKS_IMMEDIATE else "django_tasks_db.DatabaseBackend"
        ),
        "QUEUES": ["default", "mail", "photos"],
    }
}

# --- people -------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "/konto/anmelden/"
LOGIN_REDIRECT_URL = "/konto/"
if DEMO_ONE_STEP_LOGIN and not DEMO:
    raise ImproperlyConfigured("DEMO_ONE_STEP_LOGIN lets anybody in as anybody: it works with DEMO only.")
# Log-in by a code from a mail, no passwords; cms.accounts.process makes the codes.
ACCOUNT_ADAPTER = "cms.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_TIMEOUT = 3600
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_RATE_LIMITS = {"login_failed": "5/300s/key"}
MFA_ADAPTER = "cms.accounts.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = SITE_NAME
MFA_TOTP_TOLERANCE = 1  # one step of 30 seconds for a clock that is a little off
MFA_FORMS = {
    "authenticate": "cms.accounts.forms.FactorForm",
    "reauthenticate": "cms.accounts.forms.FactorAgainForm",
    "activate_totp": "cms.accounts.forms.ActivateAppForm",
    "add_webauthn": "cms.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "cms.accounts.forms.EditPasskeyForm",
}

# --- language and time --------------------------------------------------------------------------------------------
LANGUAGE_CODE = "de"
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True
WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("de", "Deutsch"), ("de-simple", "Leichte Sprache"), ("en", "English")]
LANGUAGE_PREFIXES = {"de": "", "de-simple": "leicht/", "en": "en/"}
LOCALE_PATHS = [ROOT / "cms" / "locale", ROOT / "cms" / "locale_wagtail"]  # ours; German that Wagtail lacks

# --- Wagtail --------------------------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = SITE_NAME
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_AUTOSAVE_INTERVAL = 5000  # milliseconds; sooner, a new page meets the click on „Veröffentlichen“ half way
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch")]
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # with one there is nothing to choose, and every date means the same to all
WAGTAIL_DATE_FORMAT, WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y", "%d.%m.%Y %H:%M"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_DOCUMENT_MODEL = "home.SiteDocument"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "csv", "ics", "zip"]
WAGTAILIMAGES_IMAGE_MODEL = "home.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.image_forms.SiteImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "heic", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"webp": "webp", "avif": "jpeg", "heic": "jpeg"}
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "cms.core.search", "SEARCH_CONFIG": "german"}}

# --- mail -----------------------------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Stadtblick <post@example.org>")
EMAIL_HOST = env.text("EMAIL_HOST", "")
EMAIL_PORT = env.number("EMAIL_PORT", 587, least=1, most=65535)
EMAIL_HOST_USER = env.text("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_PASSWORD", "")
EMAIL_SECURITY = env.choice("EMAIL_SECURITY", "starttls", ("starttls", "tls", "none"))
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL_SECURITY == "starttls", EMAIL_SECURITY == "tls"
EMAIL_TIMEOUT = 15
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
if DEMO:
    EMAIL_BACKEND = "cms.demo.mailbox.backend.MailboxBackend"

# --- safety ---------------------------------------------------------------------------------------------------------
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0, least=0, most=10)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "cms.core.views.errors.csrf_failure"
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^gesund/"]
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 31_536_000, least=0) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.flag("HSTS_SUBDOMAINS")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS and TRUSTED_PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640

# Everything comes from our own origin. blob: is the picture that somebody is about to hand in, shown before it is sent.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
# Wagtail's own pages write scripts and styles into the page and show previews in a frame of the same origin.
CONTENT_SECURITY_POLICY_ADMIN = {
    "default-src": ["'none'"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "frame-src": ["'self'"],
    "media-src": ["'self'"],
    "worker-src": ["'self'", "blob:"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
    "base-uri": ["'none'"],
}
CONTENT_SECURITY_POLICY_ADMIN_PREFIXES = ("/verwaltung/",)
PERMISSIONS_POLICY = (
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), publickey-credentials-create=(self), "
    "publickey-credentials-get=(self)"
)

# Proof of work for forms that send mail, only on busy networks: at most so many SHA-256 sums for a browser.
ALTCHA = env.flag("ALTCHA", default=True)
ALTCHA_EFFORT = env.number("ALTCHA_EFFORT", 50_000, least=1_000, most=1_000_000)

# Posts with a campaign's hashtag, fetched by the server alone; off without a token and a user.
INSTAGRAM_TOKEN = env.text("INSTAGRAM_TOKEN", "")
INSTAGRAM_USER_ID = env.text("INSTAGRAM_USER_ID", "")
INSTAGRAM_ACCOUNTS = env.words("INSTAGRAM_ACCOUNTS")
INSTAGRAM_API = env.text("INSTAGRAM_API", "https://graph.facebook.com/v25.0")
INSTAGRAM_MEDIA_HOSTS = env.words("INSTAGRAM_MEDIA_HOSTS", "cdninstagram.com,fbcdn.net")
# Uses per time, for `key` (an address, a person) and for networks. A school, a town hall or a mobile network stands
# behind one IPv4 address, so that number is generous; an IPv6 /64 is one household.
PER_NETWORK = {"ipv4": "600/h", "ipv6_64": "60/h", "ipv6_56": "180/h", "ipv6_48": "600/h"}
RATE_LIMITS: dict[str, dict[str, str]] = {
    # a mail with a code goes out: the key is the address
    "mail.code": {"key": "5/15m", **PER_NETWORK},
    # beyond this a network is busy: its forms carry a task (cms.core.altcha); who cannot solve it has the next limit
    "mail.busy": {"ipv4": "400/h", "ipv6_64": "40/h", "ipv6_56": "120/h", "ipv6_48": "400/h"},
    "mail.unproven": {"ipv4": "200/h", "ipv6_64": "20/h", "ipv6_56": "60/h", "ipv6_48": "200/h"},
    # a code is typed: the key is the subject of the code
    "code.try": {"key": "30/h", **PER_NETWORK},
    # a photo is uploaded: large and slow to look at
    "photo.upload": {"ipv4": "600/h", "ipv6_64": "40/h", "ipv6_56": "80/h", "ipv6_48": "300/h"},
    # a file of an application is uploaded: the key is the person
    "application.upload": {"key": "120/h", **PER_NETWORK},
    # somebody is invited to write an application along: the key is the person who invites
    "application.invite": {"key": "20/h", **PER_NETWORK},
    # a question to the office of a competition
    "question": {"ipv4": "60/h", "ipv6_64": "12/h", "ipv6_56": "24/h", "ipv6_48": "60/h"},
    # somebody reports something
    "report": {"ipv4": "120/h", "ipv6_64": "20/h", "ipv6_56": "40/h", "ipv6_48": "120/h"},
    # suggestions while a town's name is typed: one use per letter
    "places.towns": {"ipv4": "6000/h", "ipv6_64": "1200/h", "ipv6_56": "2400/h", "ipv6_48": "6000/h"},
    # a poster is set: a fifth of a second of work
    "print": PER_NETWORK,
    # a private link is opened: guessing is slowed down
    "private.link": PER_NETWORK,
}
SILENCED_SYSTEM_CHECKS = [
    "django_ratelimit.W001",
    "django_ratelimit.E003",  # local memory is fine for one process; cms.core.checks refuses it for several
    "security.W005",  # HSTS for subdomains and the preload list are the operator's choice: HSTS_SUBDOMAINS
    "security.W021",
    "security.W019",  # frames are governed by frame-ancestors in the policies above; Wagtail's previews need SAMEORIGIN
]

# --- logs -----------------------------------------------------------------------------------------------------------
LOG_LEVEL = env.choice("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "cms.core.logs.RedactingFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        },
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        # without handlers of their own: every line passes the one formatter above
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL", "propagate": True},
    },
}
