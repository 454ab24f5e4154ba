# What a newcomer types. Each target installs what it needs (Debian 12 packages), when something is missing.
JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 60
PREFIX ?= /usr/local

BUILD_PACKAGES = cmake ninja-build g++ ccache pkg-config libicu-dev libxxhash-dev libboost1.81-dev libboost-json1.81-dev libexpected-dev \
                 zlib1g-dev libtbb-dev libcli11-dev libsimdjson-dev hunspell-ar
TEST_PACKAGES = libgtest-dev librapidcheck-dev libbenchmark-dev clang-19 libclang-rt-19-dev python3
LINT_PACKAGES = clang-tidy-19 clang-format-19

SUDO = $(if $(filter 0,$(shell id -u)),,sudo)
# $(call need,PACKAGES): installs those that are missing.
need = @missing=$$(for p in $(1); do dpkg-query -W -f '$${Status}\n' $$p 2>/dev/null | grep -q '^install ok installed' || echo $$p; done); \
       if [ -n "$$missing" ]; then $(SUDO) apt-get update -qq && \
       $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; fi

.DEFAULT_GOAL := build
.PHONY: build demo test test-dev test-asan test-tsan test-same fuzz bench lint format install deps deps-build deps-test deps-lint clean

deps-build:
	$(call need,$(BUILD_PACKAGES))
deps-test: deps-build
	$(call need,$(TEST_PACKAGES))
deps-lint: deps-test
	$(call need,$(LINT_PACKAGES))
deps: deps-lint


# The program, optimised: build/release/bin/isnad
build: deps-build
	cmake --preset release --log-level=WARNING
	cmake --build --preset release -j $(JOBS)

# Reads the example reports: as text for people, then as records.
demo: build
	@for report in examples/*.txt; do \
	  printf '\n$$ isnad read --to text %s\n' $$report; build/release/bin/isnad read --to text $$report || exit 1; done
	@printf '\n$$ isnad read --from jsonl --to json examples/reports.jsonl\n'; build/release/bin/isnad read --from jsonl --to json examples/reports.jsonl

# The unit, golden, lexicon and program tests, last, so that their summary is the last thing to read.
test: deps-test test-asan test-tsan fuzz test-same test-dev

test-dev: deps-test
	cmake --preset dev --log-level=WARNING
	cmake --build --preset dev -j $(JOBS)
	ctest --preset dev -j $(JOBS)

test-asan: deps-test
	cmake --preset asan --log-level=WARNING
	cmake --build --preset asan -j $(JOBS)
	ctest --preset asan -j $(JOBS)

# Two builds say the same, byte for byte.
test-same: test-asan
	cmake --preset dev --log-level=WARNING
	cmake --build --preset dev -j $(JOBS) --target isnad-cli
	tests/determinism/two_builds.py build/dev build/asan examples/reports.jsonl examples/*.txt

test-tsan: deps-test
	cmake --preset tsan --log-level=WARNING
	cmake --build --preset tsan -j $(JOBS)
	ctest --preset tsan -j $(JOBS)

# Every fuzz target for FUZZ_SECONDS.
fuzz: deps-test
	cmake --preset fuzz --log-level=WARNING
	cmake --build --preset fuzz -j $(JOBS)
	fuzz/run $(FUZZ_SECONDS) build/fuzz

# ISNAD_BULK=reports.jsonl[.gz] make bench
bench: deps-test
	cmake --preset release --log-level=WARNING -DISNAD_BENCH=ON
	cmake --build --preset release -j $(JOBS)
	build/release/bin/isnad-bench

lint: deps-lint
	cmake --preset dev --log-level=WARNING
	tests/architecture/check.py .
	git ls-files '*.cc' '*.h' | xargs clang-format-19 --dry-run --Werror
	git ls-files 'src/*.cc' 'apps/*.cc' 'tools/*.cc' | grep -v _test.cc | xargs -P $(JOBS) -n 4 clang-tidy-19 --quiet -p build/dev

format: deps-lint
	git ls-files '*.cc' '*.h' | xargs clang-format-19 -i

install: build
	$(SUDO) cmake --install build/release --prefix $(PREFIX)

clean:
	rm -rf build
