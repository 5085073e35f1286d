# ${design} for the ${board} with open tools: Yosys, nextpnr-xilinx, Project X-Ray, openFPGALoader (openXC7 packs them).
<#list loaders as l>
# Type: make -C open      then: make -C open load
<#else>
# Type: make -C open
</#list>
TOP    := ${top}
PART   := ${part}
FAMILY := ${family}
RTL    := ../rtl
OUT    := build
# Where openXC7 has its databases. Its shell sets the first two and ${chipdbVariable}; elsewhere, say where they are.
NEXTPNR_XILINX_DIR ?= $(abspath $(dir $(shell command -v nextpnr-xilinx))..)
PRJXRAY_DB_DIR     ?= $(firstword $(wildcard $(addprefix $(NEXTPNR_XILINX_DIR)/, \
    external/prjxray-db share/nextpnr/external/prjxray-db share/nextpnr/prjxray-db)))
CHIPDB             ?= $(or $(${chipdbVariable}),$(wildcard $(NEXTPNR_XILINX_DIR)/share/nextpnr/xilinx-chipdb),chipdb)
# More options for Yosys and for nextpnr-xilinx; an empty SYNTH_OPTS maps without abc9.
SYNTH_OPTS ?= -abc9
PNR_OPTS   ?=

CHIP := $(CHIPDB)/${chip}.bin
DB   := $(PRJXRAY_DB_DIR)/$(FAMILY)

.PHONY: all<#list loaders as l> load</#list> clean
.DELETE_ON_ERROR:
all: $(OUT)/$(TOP).bit

# Modules are mapped one by one and flattened afterwards, which is quicker, and is what `systole synth` counts and times.
$(OUT)/$(TOP).json: $(wildcard $(RTL)/*)
	mkdir -p $(OUT)
	cd $(RTL) && yosys -q -l ../open/$(OUT)/yosys.log -p "read_verilog -defer $$(tr '\n' ' ' < ${list}); \
	    synth_xilinx -family xc7 $(SYNTH_OPTS) -top $(TOP); \
	    setattr -mod -unset keep_hierarchy; setattr -unset keep_hierarchy t:*; flatten; \
	    delete t:\$$scopeinfo; opt_clean; write_json ../open/$@"

# The database of the chip is made once, which takes minutes, unless openXC7 comes with one.
$(CHIP):
	mkdir -p $(@D)
	python3 $(NEXTPNR_XILINX_DIR)/share/nextpnr/himbaechel/uarch/xilinx/gen/xilinx_gen.py \
	    --xray $(DB) --device ${die} --bba $(@:.bin=.bba)
	$(NEXTPNR_XILINX_DIR)/bin/bbasm -l $(@:.bin=.bba) $@
	rm -f $(@:.bin=.bba)

$(OUT)/$(TOP).fasm: $(OUT)/$(TOP).json ../constraints/$(TOP)_open.xdc $(CHIP)
	nextpnr-xilinx --chipdb $(CHIP) --xdc ../constraints/$(TOP)_open.xdc --json $< --fasm $@ \
	    --freq ${mhz} --log $(OUT)/nextpnr.log $(PNR_OPTS)

# openXC7 has an assembler of its own now; before, it took two programs of Project X-Ray.
ifneq ($(shell command -v fpga-as),)
$(OUT)/$(TOP).bit: $(OUT)/$(TOP).fasm
	fpga-as --prjxray_db_path=$(DB) --part $(PART) $< > $@
else
$(OUT)/$(TOP).frames: $(OUT)/$(TOP).fasm
	fasm2frames --part $(PART) --db-root $(DB) $< > $@

$(OUT)/$(TOP).bit: $(OUT)/$(TOP).frames
	xc7frames2bit --part_file $(DB)/$(PART)/part.yaml --part_name $(PART) --frm_file $< --output_file $@
endif

<#list loaders as l>
load: $(OUT)/$(TOP).bit
	openFPGALoader --board ${l} $<

</#list>
clean:
	rm -rf $(OUT)
