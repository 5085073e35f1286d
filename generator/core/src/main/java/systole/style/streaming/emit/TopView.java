package systole.style.streaming.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import systole.engine.BeatStream;
import systole.rtl.Instance;
import systole.style.streaming.Plan;
import systole.style.streaming.wiring.Stage;

/** The values that the template of the top level needs. */
public record TopView(
        String module,
        String title,
        String board,
        long interval,
        long latency,
        String input,
        String output,
        int inLanes,
        int outLanes,
        int inBeats,
        int outBeats,
        int inWidth,
        int inMsb,
        int inTdataMsb,
        int outTdataMsb,
        List<String> inElements,
        List<String> outElements,
        List<Wires> streams,
        boolean stateful,
        List<String> flagReaders,
        List<Instance> units,
        List<String> clocked,
        int resetMsb,
        int resets) {
    /** Of the top module itself. */
    private static final int OWN_RESETS = 1;

    /** The wires of a stream. */
    public record Wires(String name, int msb) {}

    static TopView of(Plan plan, String module, TopNames names, List<Instance> units) {
        BeatStream in = plan.inputStream();
        BeatStream out = plan.outputStream();
        List<Wires> wires = new ArrayList<>();
        wires.add(new Wires(names.stream(plan.input()), in.width() - 1));
        for (Stage stage : plan.stages()) {
            for (int i = 0; i < stage.sinks().size(); i++) {
                wires.add(new Wires(
                        names.stream(stage.sinks().get(i)),
                        stage.unit().outputs().get(i).width() - 1));
            }
        }
        List<String> clocked =
                units.stream().filter(Instance::clocked).map(Instance::name).toList();
        List<String> flags =
                plan.stateful().map(unit -> names.flags().get(unit.name())).toList();
        return new TopView(
                module,
                "a quantized network as a pipeline of " + plan.engines().count() + " engines.",
                plan.board().name(),
                Math.round(plan.prediction().interval()),
                plan.prediction().latency(),
                names.stream(plan.input()),
                names.stream(plan.output()),
                in.lanes(),
                out.lanes(),
                in.beats(),
                out.beats(),
                in.width(),
                in.width() - 1,
                in.lanes() * tdataBits(in) - 1,
                out.lanes() * tdataBits(out) - 1,
                unpacked(in),
                packed(names.stream(plan.output()) + "_data", out),
                wires,
                !flags.isEmpty(),
                flags,
                units,
                clocked,
                clocked.size() - 1,
                clocked.size() + OWN_RESETS);
    }

    /** The bits of whole bytes that an element fills in tdata. */
    private static int tdataBits(BeatStream stream) {
        return 8 * stream.type().bytes();
    }

    /** The Verilog expressions that take the elements out of tdata, last lane first. */
    private static List<String> unpacked(BeatStream stream) {
        return IntStream.range(0, stream.lanes())
                .map(i -> stream.lanes() - 1 - i)
                .mapToObj(i -> "s_axis_tdata["
                        + (i * tdataBits(stream) + stream.type().bits() - 1) + ":" + i * tdataBits(stream) + "]")
                .toList();
    }

    /** The Verilog expressions that extend the elements to whole bytes, last lane first. */
    private static List<String> packed(String data, BeatStream stream) {
        int bits = stream.type().bits();
        int pad = tdataBits(stream) - bits;
        return IntStream.range(0, stream.lanes())
                .map(i -> stream.lanes() - 1 - i)
                .mapToObj(i -> {
                    String element = data + "[" + ((i + 1) * bits - 1) + ":" + i * bits + "]";
                    String top = stream.type().signed() ? data + "[" + ((i + 1) * bits - 1) + "]" : "1'b0";
                    return pad == 0 ? element : "{" + pad + "{" + top + "}}, " + element;
                })
                .toList();
    }
}
