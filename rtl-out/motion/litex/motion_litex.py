# Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
"""motion in LiteX: a quantized network, AXI4-Stream in and out."""

from pathlib import Path

from litex.gen import LiteXModule
from litex.soc.interconnect import stream
from migen import ClockSignal, Instance, ResetSignal, Signal

HERE = Path(__file__).resolve().parent
RTL = HERE.parent / "rtl"


class Accelerator(LiteXModule):
    """Frames go into sink and come out of source, with `last` on the last beat of each."""

    def __init__(self, platform, clock_domain="sys"):
        self.sink = sink = stream.Endpoint([("data", 32)])
        self.source = source = stream.Endpoint([("data", 8)])
        self.short_frame = Signal()
        self.long_frame = Signal()
        self.specials += Instance(
            "motion",
            i_aclk=ClockSignal(clock_domain),
            i_aresetn=~ResetSignal(clock_domain),
            o_status_short=self.short_frame,
            o_status_long=self.long_frame,
            i_s_axis_tdata=sink.data,
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
    text = f'`define MOTION_MEM_DIR "{RTL.as_posix()}"\n'
    text += "".join((RTL / name).read_text() for name in (RTL / "files.f").read_text().split())
    sources = HERE / "motion_sources.v"
    sources.write_text(text)
    return sources
