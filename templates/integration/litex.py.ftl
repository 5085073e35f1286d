"""${name} in LiteX: ${title}."""

from pathlib import Path

from litex.gen import LiteXModule
<#if registers>
from litex.soc.interconnect import axi, stream
<#else>
from litex.soc.interconnect import stream
</#if>
from migen import ClockSignal, Instance, ResetSignal, Signal

HERE = Path(__file__).resolve().parent
RTL = HERE.parent / "rtl"


class Accelerator(LiteXModule):
    """Frames go into sink and come out of source, with `last` on the last beat of each."""

    def __init__(self, platform, clock_domain="sys"<#if ownClock>, core_domain="core"</#if>):
        self.sink = sink = stream.Endpoint([("data", ${inWidth})<#if stateful>, ("fresh", 1)</#if>])
        self.source = source = stream.Endpoint([("data", ${outWidth})])
<#if registers>
        self.bus = bus = axi.AXILiteInterface(data_width=32, address_width=32)
        self.irq = Signal()
<#else>
        self.short_frame = Signal()
        self.long_frame = Signal()
</#if>
        self.specials += Instance(
            "${name}",
<#if registers>
            i_s_axi_aclk=ClockSignal(clock_domain),
            i_s_axi_aresetn=~ResetSignal(clock_domain),
<#if ownClock>
            i_core_clk=ClockSignal(core_domain),
</#if>
<#list ["aw", "ar"] as channel>
            i_s_axi_${channel}addr=bus.${channel}.addr[:12],
            i_s_axi_${channel}prot=0,
            i_s_axi_${channel}valid=bus.${channel}.valid,
            o_s_axi_${channel}ready=bus.${channel}.ready,
</#list>
            i_s_axi_wdata=bus.w.data,
            i_s_axi_wstrb=bus.w.strb,
            i_s_axi_wvalid=bus.w.valid,
            o_s_axi_wready=bus.w.ready,
            o_s_axi_bresp=bus.b.resp,
            o_s_axi_bvalid=bus.b.valid,
            i_s_axi_bready=bus.b.ready,
            o_s_axi_rdata=bus.r.data,
            o_s_axi_rresp=bus.r.resp,
            o_s_axi_rvalid=bus.r.valid,
            i_s_axi_rready=bus.r.ready,
            i_s_axis_tkeep=2**${inKeepWidth} - 1,
            o_m_axis_tkeep=Signal(${outKeepWidth}),
            o_irq=self.irq,
<#else>
            i_aclk=ClockSignal(clock_domain),
            i_aresetn=~ResetSignal(clock_domain),
            o_status_short=self.short_frame,
            o_status_long=self.long_frame,
</#if>
            i_s_axis_tdata=sink.data,
<#if stateful>
            i_s_axis_tuser=sink.fresh,
</#if>
            i_s_axis_tvalid=sink.valid,
            o_s_axis_tready=sink.ready,
            i_s_axis_tlast=sink.last,
            o_m_axis_tdata=source.data,
            o_m_axis_tvalid=source.valid,
            i_m_axis_tready=source.ready,
            o_m_axis_tlast=source.last,
        )
        platform.add_source(str(write_sources()))


def write_sources():
    """Writes all Verilog into one file, which tells every tool where the memory files are, and returns its path."""
    text = f'`define ${macro} "{RTL.as_posix()}"\n'
    text += "".join((RTL / name).read_text() for name in (RTL / "${list}").read_text().split())
    sources = HERE / "${name}_sources.v"
    sources.write_text(text)
    return sources
