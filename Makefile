# Systole. `make` lists what there is to do.

MODEL  ?= examples/fashion/fashion.net
BOARD  ?= arty-a7-100t
ARGS   ?=
TRIES  ?= 20000
SECONDS ?= 60
MUTANTS ?= 1000
PREFIX ?= $(HOME)/.local

MVN    := mvn -B -ntp
JAR    := generator/app/target/systole.jar
# Folders too: their times tell that a file was added or removed.
SOURCES := $(shell find pom.xml .mvn generator/*/pom.xml generator/*/src/main templates testbench constraints 2>/dev/null)
MODELS := $(sort $(wildcard examples/*/*.net))
# The small examples whose output is committed: .gitignore makes an exception of each.
COMMITTED := $(shell sed -n 's|^!/rtl-out/\(.*\)/$$|\1|p' .gitignore)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup build library install test check sim rtl board boards lint synth bench formal examples example-java golden check-generated soak flows cocotb fuzz mutation format clean

help: ## list the targets
	@echo "usage: make <target> [MODEL=$(MODEL)] [ARGS=...]"; echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: ## install what is missing: Verilator, Icarus, Yosys, Z3, g++, Tcl, Chromium, NumPy
	@.ci/setup

build: $(JAR) ## compile the generator

$(JAR): $(SOURCES)
	@echo "building Systole (the first time takes a minute or two)"
	@$(MVN) -q -Dmaven.test.skip=true package
	@touch $@

install: library ## install the command `systole` below PREFIX=~/.local, and the library
	@install -D -m 644 $(JAR) "$(DESTDIR)$(PREFIX)/lib/systole/systole.jar"
	@install -D -m 755 systole "$(DESTDIR)$(PREFIX)/bin/systole"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/systole"

library: build ## install the library (systole-core, systole-shell) into the local Maven repository
	@$(MVN) -q install -pl generator/shell -am -Dmaven.main.skip=true -Dmaven.test.skip=true -Dspotless.check.skip=true

test: setup ## run all tests: Java, generated RTL in simulators, architecture, format, examples/java
	$(MVN) verify
	@$(MAKE) --no-print-directory example-java
	@$(MAKE) --no-print-directory install PREFIX="$(CURDIR)/target/installed"
	@cd target && installed/bin/systole sim ../examples/motion/motion.net --out installed/design

check: ## run the quick tests: unit tests, architecture and format, no simulator, nothing tagged slow
	$(MVN) test spotless:check -Dtest.excluded=soak,fuzz,mutation,slow -Dtest.tries=50

sim: setup build ## generate MODEL, simulate it, compare with the golden model
	./systole sim $(MODEL) $(ARGS)

rtl: build ## generate the hardware of MODEL into rtl-out/
	./systole build $(MODEL) $(ARGS)

board: build ## everything for BOARD=arty-a7-100t and MODEL into rtl-out/: see the README.md there
	./systole board $(MODEL) --board $(BOARD) $(ARGS)

lint: setup build ## lint the generated RTL of MODEL with Verilator and Icarus
	./systole lint $(MODEL) $(ARGS)

synth: setup build ## synthesize MODEL with Yosys and report its resources
	./systole synth $(MODEL) $(ARGS)

bench: setup build ## measure models on boards, write docs/benchmarks.md: ARGS="--model NAME --board BOARD --no-synth"
	./systole bench $(ARGS)

examples: setup build ## simulate every example under both simulators
	@set -e; for model in $(or $(MODELS),$(error there is no examples/*/*.net)); do \
	    for simulator in verilator iverilog; do \
	        echo "== $$model, $$simulator"; ./systole sim $$model --simulator $$simulator $(ARGS); \
	    done; \
	done

example-java: setup library ## build and run examples/java, a Maven project that uses the library
	@cd examples/java && $(MVN) -q compile && for program in src/main/java/*.java; do \
	    java -cp target/classes:$$(cat target/classpath) $$(basename $$program .java) || exit 1; \
	done

formal: setup ## prove the contracts of the library's modules with Yosys and Z3
	$(MVN) verify -pl generator/core -Dtest=NONE -Dit.test=ContractsIT \
	    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

golden: setup ## accept what the tests now generate as the new golden snapshots
	$(MVN) verify -Dsystole.accept=true
	@git --no-pager diff --stat

check-generated: build ## compare the committed rtl-out/ with what is generated now
	@set -e; for design in $(or $(COMMITTED),$(error .gitignore names no committed rtl-out/)); do \
	    rm -rf rtl-out/$$design; ./systole build examples/$$design/$$design.net; \
	done
	@git diff --exit-code --stat -- rtl-out && test -z "$$(git ls-files --others --exclude-standard -- rtl-out)" || { \
	    git ls-files --others --exclude-standard -- rtl-out; \
	    echo "rtl-out/ was not what is generated; it is now. Look with: git diff rtl-out   Accept with: git add rtl-out"; \
	    exit 1; }

flows: target/flows/done ## install FuseSoC, LiteX and cocotb into target/flows, for trying designs there

target/flows/done: .ci/flows.txt
	python3 -m venv target/flows
	target/flows/bin/pip install --quiet --requirement $<
	@touch $@

cocotb: sim flows ## send the frames of MODEL through its hardware with cocotb
	PATH="$(CURDIR)/target/flows/bin:$$PATH" $(MAKE) -C rtl-out/$(basename $(notdir $(MODEL)))/cocotb

soak: setup flows ## run the long tests too, with TRIES=20000 tries per property
	$(MVN) verify -Dtest.excluded=fuzz,mutation -Dtest.tries=$(TRIES) -Dsystole.cases=1000

boards: setup ## bring two networks onto every board, or onto BOARD=, check, synthesize and simulate the whole tops: hours
	$(MVN) verify -pl generator/app -am -Dtest=NONE -Dit.test=WholeBoardsIT -Dtest.excluded= \
	    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
	    $(if $(filter command line environment,$(origin BOARD)),-Dsystole.boards=$(BOARD)) $(ARGS)
	@cat generator/app/target/boards/table.md

fuzz: ## fuzz the model readers, each for SECONDS=60
	$(MVN) verify -pl generator/core -Dtest=NONE -Dit.test=FuzzIT -Dtest.excluded= -Dsystole.fuzz.seconds=$(SECONDS) \
	    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

mutation: setup ## change a token of generated Verilog at a time, up to MUTANTS=1000 of each design: every mutant must fail
	$(MVN) verify -pl generator/core -Dtest=NONE -Dit.test=MutationIT#noMutantSurvives -Dtest.excluded= \
	    -Dsystole.mutants=$(MUTANTS) -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
	@cat generator/core/target/mutation/report.txt

format: ## format the Java sources
	$(MVN) -q spotless:apply

clean: ## remove what was built, but not rtl-out/
	rm -rf target generator/*/target
