# make run     install what is missing, build, open the journal (make run ARGS="list")
# make test    install what is missing, check everything (make test FILTER=InterfaceTests for some of it)
# make install build and put kiseki into $(PREFIX)/bin
.PHONY: run test check build build-tests lint imports format install clean screenshots bench evaluate learn
.NOTPARALLEL:

PREFIX ?= /usr/local
ARGS ?=
FILTER ?=

# Without it, an import that no dependency in Package.swift allows is found by luck only.
imports_checked := --explicit-target-dependency-import-check error
release := --configuration release --static-swift-stdlib $(imports_checked)
sources := Package.swift Plugins Resources Sources Tests
binary = .build/release/kiseki

run:
	@scripts/install-dependencies.sh build
	@$(MAKE) --no-print-directory build
	@$(binary) $(ARGS)

build:
	swift build $(release) --product kiseki

test:
	@scripts/install-dependencies.sh build test
	@$(MAKE) --no-print-directory check

check: lint imports build-tests
	@scripts/run-tests.sh $(imports_checked) $(if $(FILTER),--filter '$(FILTER)')

lint:
	swift format lint --strict --parallel --recursive $(sources)

# Swift's modules are held apart by the build; that only CTerminal sees ncurses, by this.
imports:
	@! grep -rnE '^[[:space:]]*(#[[:space:]]*(include|import)[[:space:]]*[<"](n?curses|term)|link +"n?curses)' Sources \
	  | grep -v '^Sources/CTerminal/' || { echo 'Only CTerminal may include ncurses.'; false; }

build-tests:
	swift build --build-tests $(imports_checked)

format:
	swift format --in-place --parallel --recursive $(sources)

install: build
	install -D -m 755 $(binary) $(DESTDIR)$(PREFIX)/bin/kiseki

screenshots:
	@scripts/install-dependencies.sh build screenshots
	@$(MAKE) --no-print-directory build
	python3 scripts/screenshot.py $(binary) docs/images

bench:
	@scripts/install-dependencies.sh build bench
	@$(MAKE) --no-print-directory build
	python3 Benchmarks/run.py $(binary)
	python3 Benchmarks/export.py $(binary)

# HALF=unseen measures on the drafts that no rule was made from, HALF=PATH on any others; see Evaluation/README.md.
evaluate:
	swift run $(imports_checked) evaluate-checks $(HALF)

# Learns Resources/classifiers anew from the drafts of Evaluation/drafts/seen.
learn:
	@scripts/install-dependencies.sh build learn
	swift build $(release) --product evaluate-checks
	python3 scripts/learn.py

clean:
	rm -rf .build
