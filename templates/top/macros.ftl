<#-- What both shells share. -->
<#-- Between a shell and the core that it carries. -->
<#macro corewires inMsb outMsb stateful>
    wire core_aresetn;
    wire [${inMsb}:0] in_tdata;
    wire in_tvalid, in_tready, in_tlast<#if stateful>, in_tuser</#if>;
    wire [${outMsb}:0] out_tdata;
    wire out_tvalid, out_tready, out_tlast;
    // The shell counts by itself, for its bits can be cleared one by one; the core's last until its reset.
    wire core_short, core_long;
    wire unused_status = &{1'b0, core_short, core_long};
</#macro>
<#macro coreports stateful>
        .core_aresetn(core_aresetn),
        .core_s_axis_tdata(in_tdata), .core_s_axis_tvalid(in_tvalid), .core_s_axis_tready(in_tready),
        .core_s_axis_tlast(in_tlast),<#if stateful> .core_s_axis_tuser(in_tuser),</#if>
        .core_m_axis_tdata(out_tdata), .core_m_axis_tvalid(out_tvalid), .core_m_axis_tready(out_tready),
        .core_m_axis_tlast(out_tlast)
</#macro>
<#macro coreinstance design clock stateful>
    ${design} core (
        .aclk(${clock}), .aresetn(core_aresetn),
        .s_axis_tdata(in_tdata), .s_axis_tvalid(in_tvalid), .s_axis_tready(in_tready), .s_axis_tlast(in_tlast),
<#if stateful>
        .s_axis_tuser(in_tuser),
</#if>
        .m_axis_tdata(out_tdata), .m_axis_tvalid(out_tvalid), .m_axis_tready(out_tready), .m_axis_tlast(out_tlast),
        .status_short(core_short), .status_long(core_long)
    );
</#macro>
