# Frames through ${name} with cocotb, compared byte by byte. Needs cocotb 1.9, cocotbext-axi and Icarus Verilog.
# Type: make        after `systole sim`, which leaves the frames in sim/verilator, or with VECTORS=FOLDER
SIM             ?= icarus
VECTORS         ?= ../sim/verilator
TOPLEVEL_LANG   := verilog
TOPLEVEL        := ${name}
MODULE          := test_${name}
VERILOG_SOURCES := $(addprefix ../rtl/,$(shell cat ../rtl/files.f))
COMPILE_ARGS    := -D'${macro}="../rtl"'
export VECTORS

.DEFAULT_GOAL := check
.PHONY: check
# The simulator's exit code does not tell whether the tests passed.
check:
	rm -f results.xml
	$(MAKE) sim
	@grep -q '<testcase ' results.xml && ! grep -qE '<(failure|error)' results.xml || { echo "FAIL  ${name}"; exit 1; }
	@echo "PASS  ${name}"

include $(shell cocotb-config --makefiles)/Makefile.sim
