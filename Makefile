# Everything one needs to try, test and keep Stadtblick. `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test test-next bench lock clean

PORT ?= 8000
HOST ?= 127.0.0.1
VENV := .venv
NEXT := .venv-next
LOCK := .venv-lock

DEMO_ENVIRONMENT := DEMO=true DEMO_ONE_STEP_LOGIN=true DEBUG=false DATA_DIR=$(CURDIR)/var \
	BASE_URL=http://localhost:$(PORT) ALLOWED_HOSTS=localhost,127.0.0.1,$(HOST) \
	DATABASE_URL=sqlite:///$(CURDIR)/var/db.sqlite3 REDIS_URL=

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

# One stamp per set of packages: nothing is installed again until its locked file changes.
$(VENV)/.base: requirements/base.txt
	@.ci/venv $(VENV) requirements/base.txt
	@touch $@

$(VENV)/.dev: requirements/base.txt requirements/dev.txt
	@.ci/venv $(VENV) requirements/base.txt requirements/dev.txt
	@touch $@ $(VENV)/.base

$(NEXT)/.next: requirements/next.txt
	@.ci/venv $(NEXT) requirements/next.txt
	@touch $@

$(LOCK)/.lock: requirements/lock.txt
	@.ci/venv $(LOCK) requirements/lock.txt
	@touch $@

demo: $(VENV)/.base ## set up and serve the demo world (PORT=8000); a second start keeps everything
	@$(DEMO_ENVIRONMENT) exec $(VENV)/bin/python manage.py serve_demo --host $(HOST) --port $(PORT)

demo-reset: ## forget the demo world; the next `make demo` tells it anew
	@rm -rf var
	@echo "The demo world is gone. make demo tells it anew."

test: $(VENV)/.dev ## linters, the suite on SQLite and PostgreSQL, with S3, Redis and browser: what the build server runs
	@.ci/chromium
	@exec $(VENV)/bin/python -m tests.run $(PARTS)

test-next: $(NEXT)/.next ## the suite on the next Wagtail
	@exec $(NEXT)/bin/python -m tests.run sqlite postgres

bench: $(VENV)/.dev ## measure the budgets
	@exec $(VENV)/bin/python -m tests.benchmarks $(ROWS)

lock: $(LOCK)/.lock ## write requirements/*.txt anew from requirements/*.in
	@for name in base dev next lock; do \
		echo "Locking requirements/$$name.in ..."; \
		(cd requirements && ../$(LOCK)/bin/pip-compile --quiet --upgrade --strip-extras --generate-hashes --allow-unsafe \
			--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --no-annotate --no-header \
			--output-file $$name.txt $$name.in) || exit 1; \
	done

clean: ## remove environments and caches; the demo world in var/ stays
	@rm -rf $(VENV) $(NEXT) $(LOCK) .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
