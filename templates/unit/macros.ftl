<#-- What several units share. -->
<#macro input name msb>
    input  wire [${msb}:0] ${name}_data,
    input  wire ${name}_valid,
    output wire ${name}_ready,
</#macro>
<#macro output name msb>
    output wire [${msb}:0] ${name}_data,
    output wire ${name}_valid,
    input  wire ${name}_ready
</#macro>
<#-- The windows of the input, or its beats as they are, in passes that the credits allow. -->
<#macro passes v from="in">
    // ---------------------------------------------------------------- passes over windows
    wire pass_ready, pass_start;
    wire [IN_WIDTH-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;
<#if v.direct>
    systole_feed #(.WIDTH(IN_WIDTH), .BEATS(${v.length})) feed (
<#else>
    systole_window #(
        .WIDTH(IN_WIDTH), .BEATS(${v.beats}), .GROUPS(${v.groups}), .REPEAT(${v.repeat}),
        .IN_H(${v.inH}), .IN_W(${v.inW}), .OUT_H(${v.outH}), .OUT_W(${v.outW}),
        .KERNEL_H(${v.kernelH}), .KERNEL_W(${v.kernelW}), .STRIDE_H(${v.strideH}), .STRIDE_W(${v.strideW}),
        .DILATE_H(${v.dilateH}), .DILATE_W(${v.dilateW}), .PAD_TOP(${v.padTop}), .PAD_LEFT(${v.padLeft}),
        .DEPTH(${v.depth}), .PAD(${v.pad}), .BLOCK(${v.block})
    ) window (
</#if>
        .clk(clk), .rst(rst),
        .in_data(${from}_data), .in_valid(${from}_valid), .in_ready(${from}_ready),
        .pass_ready(pass_ready), .pass_start(pass_start),
        .out_data(beat_data), .out_valid(beat_valid), .out_first(beat_first), .out_last(beat_last)
    );
</#macro>
<#-- The array's sizes. -->
<#macro arrayConstants a>
    localparam integer COLUMNS   = ${a.columns}; // columns of the array
    localparam integer LANES     = ${a.lanes}; // output channels of a column
    localparam integer ROWS      = ${a.rows}; // input elements at once (SIMD)
    localparam integer CHAINS    = ${a.chains}; // drain chains, each with a requantizer
    localparam integer SUM_BITS  = ${a.accBits}; // bits of a sum of products
    localparam integer W_BITS    = ${a.wBits}; // bits of a weight
    localparam integer WORDS     = ${a.words}; // words of a column's weights
    localparam integer AW        = ${a.aw}; // bits of their address
</#macro>
<#-- The array and its weights: from beat_data, beat_valid, beat_first and beat_last to sum_data and sum_valid. -->
<#macro array a>
    // ---------------------------------------------------------------- the array
    wire [COLUMNS*AW-1:0] weight_addr;
    wire [COLUMNS*ROWS*LANES*W_BITS-1:0] weight_data;
    wire [CHAINS*SUM_BITS-1:0] sum_data;
    wire [CHAINS-1:0] sum_valid;
    systole_array #(
        .COLUMNS(COLUMNS), .LANES(LANES), .WEIGHTED(${a.weighted}), .DSP(${a.dsp}), .CANARY(${a.canary}), .PORT(${a.port}),
        .ROWS(ROWS), .CHAINS(CHAINS), .SHARED(${a.shared}), .ELEMENTS(${a.elements}),
        .X_BITS(${a.xBits}), .X_SIGNED(${a.xSigned}), .W_BITS(W_BITS), .W_SIGNED(${a.wSigned}), .ACC_BITS(SUM_BITS),
        .WEIGHTS(WORDS), .AW(AW)
    ) array (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .weight_addr(weight_addr), .weight_data(weight_data),
        .out_data(sum_data), .out_valid(sum_valid)
    );

<#if a.weightless>
    // Every weight is 1.
    assign weight_data = {COLUMNS{1'b1}};
    wire unused_weight_addr = &{1'b0, weight_addr};
<#else>
    localparam integer ROW = LANES * W_BITS; // bits of a row's weights
<#list a.weights as w>
    systole_weights #(.ROWS(${w.rows}), .START(${w.firstRow}), .LATE(${a.late}), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(${w.block}), .FILE("${w.file}"))
        weights_${w.column}_${w.firstRow} (.clk(clk), .addr(weight_addr[${w.column}*AW +: AW]), .data(weight_data[(${w.column}*ROWS+${w.firstRow})*ROW +: ${w.rows}*ROW]));
</#list>
</#if>
</#macro>
<#-- One requantizer for each copy, from IN_data and IN_valid to OUT_data and OUT_valid. -->
<#macro requantizers r name="requant" inBits="SUM_BITS" from="sum" outBits="OUT_BITS" to="level">
<#list r.copies as c>
<#if r.thresholds>
    systole_threshold #(
        .IN_BITS(${inBits}), .THRESHOLD_BITS(${r.tBits}), .COMPARISONS(${r.comparisons}), .BASE(${r.base}),
        .OUT_BITS(${outBits}), .CHANNELS(${c.words}), .HOLD(${r.hold}), .FILE("${c.file}")
    ) ${name}_${c.index} (
<#else>
    systole_requant #(
        .IN_BITS(${inBits}), .BIAS_BITS(${r.biasBits}), .TOTAL_BITS(${r.tBits}), .MULT_BITS(${r.multBits}),
        .ADD_BITS(${r.addBits}), .VALUE_BITS(${r.vBits}), .PORT(${r.port}), .DEEP(${r.deep}), .SHIFT(${r.shift}), .SIGNED_ADD(${r.signedAdd}), .TIES_EVEN(${r.tiesEven}),
        .OUT_BITS(${outBits}), .ZERO(${r.zero}), .LOW(${r.low}), .HIGH(${r.high}),
        .CHANNELS(${c.words}), .HOLD(${r.hold}), .BLOCK(${c.block}), .FILE("${c.file}")
    ) ${name}_${c.index} (
</#if>
        .clk(clk), .rst(rst),
        .in_data(${from}_data[${c.index}*${inBits} +: ${inBits}]), .in_valid(${from}_valid[${c.index}]),
        .out_data(${to}_data[${c.index}*${outBits} +: ${outBits}]), .out_valid(${to}_valid[${c.index}])
    );
</#list>
</#macro>
<#-- A function of 16 bits, delayed until the slowest of them is done. -->
<#macro curve c>
    wire [15:0] ${c.name}_now;
<#if c.line>
    systole_line #(
        .SHIFT(${c.shift}), .X_LOW(${c.xLow}), .X_HIGH(${c.xHigh}), .ADD(${c.add}), .LOW(${c.low}), .HIGH(${c.high})
    ) ${c.name} (.clk(clk), .x(${c.in}), .y(${c.name}_now));
<#else>
    systole_curve #(
        .MIRRORED(${c.mirrored}), .MIRROR(${c.mirror}), .FACTOR(${c.factor}), .BITS(${c.bits}), .FRACTION(${c.fraction}),
        .SEGMENTS(${c.segments}), .BASE_BITS(${c.baseBits}), .SLOPE_BITS(${c.slopeBits}), .REST_BITS(${c.restBits}),
        .BLOCK(${c.block}), .REST_BLOCK(${c.restBlock}), .FILE("${c.file}"), .REST_FILE("${c.restFile}")
    ) ${c.name} (.clk(clk), .x(${c.in}), .y(${c.name}_now));
</#if>
    systole_delay #(.WIDTH(16), .CYCLES(${c.delay})) ${c.name}_wait (.clk(clk), .in(${c.name}_now), .out(${c.out}));
</#macro>
<#-- The credits and the FIFO that they keep from overflowing. -->
<#macro credited start beats credits depth block data valid to="out">
    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    systole_credit #(.PASSES(${credits}), .BEATS(${beats})) credit (
        .clk(clk), .rst(rst), .pass_start(${start}), .beat_taken(${to}_valid && ${to}_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(${depth}), .BLOCK(${block})) fifo (
        .clk(clk), .rst(rst),
        .in_data(${data}), .in_valid(${valid}), .in_ready(fifo_ready),
        .out_data(${to}_data), .out_valid(${to}_valid), .out_ready(${to}_ready)
    );
</#macro>
