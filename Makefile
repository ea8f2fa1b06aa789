.PHONY: build test lint crash fuzz bench demo

# How many kills a crash run makes, how long each fuzz target runs, and what
# bench is asked for.
CRASH ?= 100
FUZZTIME ?= 60s
BENCH ?=

build:
	CGO_ENABLED=0 go build -trimpath -o bin/hubledger ./cmd/hubledger

# All tests, under the race detector. The tests on published NHS files run
# where ../shared/data or $HUBLEDGER_DATA holds them, and say so where not.
test:
	go test -race -timeout 20m ./...

lint:
	@test -z "$$(gofmt -l . | tee /dev/stderr)"
	go vet ./...
	go tool -modfile=tools/go.mod staticcheck ./...

# Kill a process that writes, again and again, and look at what it left.
crash:
	HUBLEDGER_CRASH=$(CRASH) go test -run Crash -count 1 -timeout 60m ./eventstore/...

# Every fuzz target in turn.
fuzz:
	@for pkg in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			go test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
		done; \
	done

# Rates on this machine, as ratios in one run.
bench: build
	bin/hubledger bench $(BENCH)

demo: build
	bin/hubledger demo
