"""Addresses below /konto/. What allauth offers beyond these (passwords, further addresses, sign-up) has none."""

from __future__ import annotations

from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import include, path

from cms.accounts.views import account, demo, login, second_factor

second_factor_urls = [
    path("", second_factor.FactorsView.as_view(), name="mfa_index"),
    path("pruefen/", mfa.authenticate, name="mfa_authenticate"),
    path("bestaetigen/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("app/", second_factor.ActivateAppView.as_view(), name="mfa_activate_totp"),
    path("app/abschalten/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("codes/neu/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("codes/datei/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("passkeys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("passkeys/neu/", second_factor.AddPasskeyView.as_view(), name="mfa_add_webauthn"),
    path("passkeys/bestaetigen/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/entfernen/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("passkeys/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
]

urlpatterns = [
    path("", account.home, name="account_home"),
    path("anmelden/", login.login, name="account_login"),
    path("anmelden/", login.login, name="account_request_login_code"),
    path("anmelden/code/", login.confirm_code, name="account_confirm_login_code"),
    path("anmelden/code/neu/", login.send_code_again, name="account_send_code_again"),
    path("abmelden/", login.logout, name="account_logout"),
    path("gesperrt/", login.inactive, name="account_inactive"),
    path("vorfuehrung/", demo.demo_login, name="account_demo_login"),
    path("geraete/abmelden/", account.end_sessions, name="account_end_sessions"),
    path("loeschen/", account.deletion, name="account_deletion"),
    path("zweiter-faktor/", include(second_factor_urls)),
]
