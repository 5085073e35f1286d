CAPI=2:
name: systole:networks:${name}:1.0.0
description: "${name}: ${title}"

filesets:
  rtl:
    files:
<#list sources as s>
      - rtl/${s}
</#list>
    file_type: verilogSource
  memories:
    files:
<#list memories as m>
      - rtl/${m}: {copyto: ${m}}
<#else>
      []
</#list>
    file_type: user
<#if simulated>
  testbench:
    files:
      - testbench/design.vh: {is_include_file: true}
      - testbench/tb.v
    file_type: verilogSource
</#if>

targets:
  default: &default
    filesets: [rtl, memories]
    toplevel: ${name}
  lint:
    <<: *default
    description: Warnings of Verilator
    flow: lint
    flow_options:
      tool: verilator
      verilator_options: [-Wall]
<#if simulated>
  sim:
    description: Frames of `systole sim` through the hardware, compared beat by beat
    filesets: [rtl, memories, testbench]
    toplevel: tb
    flow: sim
    flow_options:
      tool: icarus
      iverilog_options: [-g2005]
    parameters: [input, expected, <#if stateful>user, </#if>frames, stall]

parameters:
  input: {datatype: file, paramtype: plusarg, description: "Beats in, such as sim/verilator/input.hex"}
  expected: {datatype: file, paramtype: plusarg, description: "Beats out, such as sim/verilator/expected.hex"}
<#if stateful>
  user: {datatype: file, paramtype: plusarg, description: "Which frames begin afresh, such as sim/verilator/user.hex"}
</#if>
  frames: {datatype: int, paramtype: plusarg, description: "Number of frames"}
  stall: {datatype: int, paramtype: plusarg, default: 30, description: "Percentage of cycles in which a side pauses"}
</#if>
