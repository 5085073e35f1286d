# ${design} for the ${board} with open tools: Yosys, nextpnr-xilinx, Project X-Ray, openFPGALoader (openXC7 packs them).
<#list loaders as l>
# Type: make -C open      then: make -C open load
<#else>
# Type: make -C open
</#list>
TOP    := ${top}
PART   := ${part}
FAMILY := ${family}
# Where openXC7 has its databases; say where they are if they are not beside its programs.
PREFIX ?= $(abspath $(dir $(shell command -v nextpnr-xilinx))..)
CHIP   ?= $(PREFIX)/share/nextpnr/xilinx-chipdb/${chip}.bin
DB     ?= $(PREFIX)/share/nextpnr/prjxray-db
RTL    := ../rtl
OUT    := build

.PHONY: all<#list loaders as l> load</#list> clean
.DELETE_ON_ERROR:
all: $(OUT)/$(TOP).bit

$(OUT)/$(TOP).json: $(wildcard $(RTL)/*)
	mkdir -p $(OUT)
	cd $(RTL) && yosys -q -l ../open/$(OUT)/yosys.log -p "read_verilog -defer $$(tr '\n' ' ' < ${list}); \
	    synth_xilinx -family xc7 -flatten -top $(TOP); write_json ../open/$@"

$(OUT)/$(TOP).fasm: $(OUT)/$(TOP).json ../constraints/$(TOP)_open.xdc
	nextpnr-xilinx --chipdb $(CHIP) --xdc ../constraints/$(TOP)_open.xdc --json $< --fasm $@ \
	    --freq ${mhz} --log $(OUT)/nextpnr.log

$(OUT)/$(TOP).frames: $(OUT)/$(TOP).fasm
	fasm2frames --part $(PART) --db-root $(DB)/$(FAMILY) $< > $@

$(OUT)/$(TOP).bit: $(OUT)/$(TOP).frames
	xc7frames2bit --part_file $(DB)/$(FAMILY)/$(PART)/part.yaml --part_name $(PART) --frm_file $< --output_file $@

<#list loaders as l>
load: $(OUT)/$(TOP).bit
	openFPGALoader --board ${l} $<

</#list>
clean:
	rm -rf $(OUT)
