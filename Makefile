.PHONY: build test lint crash fuzz bench demo

# How long each fuzz target runs, and what bench is asked for.
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

# Power cuts, kills, failing disks and flipped bits at every step, and a look at
# what they left. The tests run a share of them; this takes minutes.
crash:
	HUBLEDGER_LONG=1 go test -run 'PowerCut|Kill|DiskFails|Flips|Truncation' -count 1 -timeout 60m ./eventstore/sqlite ./cmd/hubledger

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
