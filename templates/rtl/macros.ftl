<#-- What several templates share: stream ports and the requantizers behind a unit's sums. -->
<#macro streamPort direction name width>
    <#if direction == "in">input  wire<#else>output wire</#if> [${width}-1:0] ${name}_data,
    <#if direction == "in">input  wire<#else>output wire</#if> ${name}_valid,
    <#if direction == "in">output wire<#else>input  wire</#if> ${name}_ready<#nested>
</#macro>
<#macro requantizers r>
<#list r.copies as c>
<#if r.thresholds>
    systole_threshold #(
        .IN_BITS(${r.inBits}), .T_BITS(${r.tBits}), .COMPARISONS(${r.comparisons}), .BASE(${r.base}),
        .OUT_BITS(${r.outBits}), .CHANNELS(${c.words}), .HOLD(${r.hold}), .FILE("${c.file}")
    ) requant_${c.index} (
<#else>
    systole_requant #(
        .IN_BITS(${r.inBits}), .BIAS_BITS(${r.biasBits}), .T_BITS(${r.tBits}), .MULT_BITS(${r.multBits}),
        .ADD_BITS(${r.addBits}), .V_BITS(${r.vBits}), .SHIFT(${r.shift}), .SIGNED_ADD(${r.signedAdd}),
        .TIES_EVEN(${r.tiesEven}), .OUT_BITS(${r.outBits}), .ZERO(${r.zero}), .LOW(${r.low}), .HIGH(${r.high}),
        .CHANNELS(${c.words}), .HOLD(${r.hold}), .BLOCK(${c.block}), .FILE("${c.file}")
    ) requant_${c.index} (
</#if>
        .clk(clk), .rst(rst),
        .in_data(sum_data[${c.index}*${r.inBits} +: ${r.inBits}]), .in_valid(sum_valid[${c.index}]),
        .out_data(level_data[${c.index}*${r.outBits} +: ${r.outBits}]), .out_valid(level_valid[${c.index}])
    );
</#list>
</#macro>
