// ${module}: ${title}
// AXI4-Stream in and out: ${inLanes} and ${outLanes} elements a beat, the first lowest, each filling whole bytes;
// ${inBeats} beats a frame in, ${outBeats} out, tlast on the last. Planned for ${board}.
// Predicted: a frame every ${interval} cycles, ${latency} cycles from its first beat in to its last beat out.
// status_short and status_long tell, until reset, that an input frame was too short (filled up) or too long (cut off).
`default_nettype none
module ${module} (
    input  wire aclk,
    input  wire aresetn,
    input  wire [${inTdataMsb}:0] s_axis_tdata,
    input  wire s_axis_tvalid,
    output wire s_axis_tready,
    input  wire s_axis_tlast,
<#if stateful>
    input  wire s_axis_tuser, // with a frame's first beat: its states begin afresh instead of being carried over
</#if>
    output wire [${outTdataMsb}:0] m_axis_tdata,
    output wire m_axis_tvalid,
    input  wire m_axis_tready,
    output wire m_axis_tlast,
    output wire status_short,
    output wire status_long
);
    // ---------------------------------------------------------------- resets: each unit has a register of its own
    wire rst;
<#if clocked?has_content>
    wire [${resetMsb}:0] unit_rst;
    wire unused_unit_rst = &{1'b0, unit_rst};
</#if>
    systole_copy #(.WIDTH(${resets})) resets (
        .clk(aclk), .rst(1'b0), .en(1'b1), .in({${resets}{!aresetn}}),
        .out({<#if clocked?has_content>unit_rst, </#if>rst})
    );

    // ---------------------------------------------------------------- streams
<#list streams as s>
    wire [${s.msb}:0] ${s.name}_data;
    wire ${s.name}_valid, ${s.name}_ready;
</#list>

    // ---------------------------------------------------------------- frames in
    wire [${inMsb}:0] elements = {${inElements?join(", ")}};
    wire unused_tdata = &{1'b0, s_axis_tdata};
<#if stateful>
    wire [${inMsb}:0] guard_beat;
    wire guard_flag, guard_offers, flags_take;
    systole_guard #(.WIDTH(1 + ${inWidth}), .BEATS(${inBeats})) guard (
        .clk(aclk), .rst(rst),
        .in_data({s_axis_tuser, elements}), .in_valid(s_axis_tvalid), .in_ready(s_axis_tready), .in_last(s_axis_tlast),
        .out_data({guard_flag, guard_beat}), .out_valid(guard_offers), .out_ready(flags_take),
        .short_frame(status_short), .long_frame(status_long)
    );
<#list flagReaders as f>
    wire ${f}_bit, ${f}_offered, ${f}_taken;
</#list>
    systole_flags #(.WIDTH(${inWidth}), .BEATS(${inBeats}), .COUNT(${flagReaders?size})) flags (
        .clk(aclk), .rst(rst),
        .in_data(guard_beat), .in_flag(guard_flag), .in_valid(guard_offers), .in_ready(flags_take),
        .out_data(${input}_data), .out_valid(${input}_valid), .out_ready(${input}_ready),
        .flag_data({<#list flagReaders as f>${f}_bit<#sep>, </#list>}),
        .flag_valid({<#list flagReaders as f>${f}_offered<#sep>, </#list>}),
        .flag_ready({<#list flagReaders as f>${f}_taken<#sep>, </#list>})
    );
<#else>
    systole_guard #(.WIDTH(${inWidth}), .BEATS(${inBeats})) guard (
        .clk(aclk), .rst(rst),
        .in_data(elements), .in_valid(s_axis_tvalid), .in_ready(s_axis_tready), .in_last(s_axis_tlast),
        .out_data(${input}_data), .out_valid(${input}_valid), .out_ready(${input}_ready),
        .short_frame(status_short), .long_frame(status_long)
    );
</#if>

    // ---------------------------------------------------------------- units
<#list units as u>
    ${u.module}<#if u.parameters?has_content> #(<#list u.parameters as p>.${p.name}(${p.value})<#sep>, </#list>)</#if> ${u.name} (
        <#if u.clocked>.clk(aclk), .rst(unit_rst[${clocked?seq_index_of(u.name)}]),</#if>
<#list u.ports as p>
        .${p.name}(${p.value})<#sep>,</#sep>
</#list>
    );
<#list u.assigns as a>
    assign ${a.name} = ${a.value};
</#list>

</#list>
    // ---------------------------------------------------------------- frames out
    assign m_axis_tdata  = {${outElements?join(", ")}};
    assign m_axis_tvalid = ${output}_valid;
    assign ${output}_ready = m_axis_tready;
    systole_counter #(.COUNT(${outBeats})) frame_out
        (.clk(aclk), .rst(rst), .step(m_axis_tvalid && m_axis_tready), .last(m_axis_tlast));
endmodule
`default_nettype wire
