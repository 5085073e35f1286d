package systole.style.streaming.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import systole.engine.BeatStream;
import systole.engine.Divisors;
import systole.engine.Unit;
import systole.rtl.Names;

/**
 * The third pass, which adds what joins the engines. A stream with several readers gets a fork, with a FIFO on each
 * branch. A FIFO is put between two combinational units and in front of every unit that reads in bursts. A width
 * converter is put where the lanes of writer and reader differ. The next pass gives the FIFOs their depths.
 */
public final class Connect {
    private final Names names = new Names();

    public Wiring run(Wiring wiring) {
        names.without(wiring.stages().stream().map(s -> s.unit().name()).toList())
                .without(List.of(wiring.input()));
        return widths(forks(wiring));
    }

    private Wiring forks(Wiring wiring) {
        Map<String, List<String>> branches = new HashMap<>();
        List<Stage> stages = new ArrayList<>();
        fork(wiring, wiring.input(), branches, stages);
        for (Stage stage : wiring.stages()) {
            boolean branch = stage.sources().stream().anyMatch(branches::containsKey);
            List<String> sources = stage.sources().stream()
                    .map(s -> branches.containsKey(s) ? branches.get(s).remove(0) : s)
                    .toList();
            if (branch && stage.unit().drops()) {
                storeBehind(stage, sources, stages);
            } else {
                stages.add(new Stage(stage.unit(), sources, stage.sinks()));
            }
            stage.sinks().forEach(s -> fork(wiring, s, branches, stages));
        }
        String output = branches.containsKey(wiring.output())
                ? branches.get(wiring.output()).remove(0)
                : wiring.output();
        return new Wiring(wiring.input(), output, stages);
    }

    /** Adds a unit that drops a part of its branch, with the FIFO of the branch behind it. */
    private void storeBehind(Stage stage, List<String> sources, List<Stage> stages) {
        List<String> kept =
                stage.sinks().stream().map(s -> names.claim(s + "_kept")).toList();
        stages.add(new Stage(stage.unit(), sources, kept));
        for (int i = 0; i < kept.size(); i++) {
            String sink = stage.sinks().get(i);
            FifoUnit fifo = new FifoUnit(
                    names.claim(sink + "_fifo"), stage.unit().outputs().get(i), 2);
            stages.add(new Stage(fifo, List.of(kept.get(i)), List.of(sink)));
        }
    }

    /** Adds a fork if a stream has several readers, and a FIFO for each that reads all of it. */
    private void fork(Wiring wiring, String stream, Map<String, List<String>> branches, List<Stage> stages) {
        List<Boolean> stored = new ArrayList<>();
        wiring.stages().forEach(stage -> stage.sources().stream()
                .filter(stream::equals)
                .forEach(s -> stored.add(!stage.unit().drops())));
        if (wiring.output().equals(stream)) {
            stored.add(true);
        }
        if (stored.size() < 2) {
            return;
        }
        BeatStream type = wiring.writer(stream).isPresent()
                ? wiring.writer(stream).get().unit().outputs().get(0)
                : wiring.stream(stream);
        List<String> taps = IntStream.range(0, stored.size())
                .mapToObj(i -> names.claim(stream + "_tap" + i))
                .toList();
        stages.add(new Stage(new ForkUnit(names.claim(stream + "_fork"), type, taps.size()), List.of(stream), taps));
        List<String> read = new ArrayList<>();
        for (int i = 0; i < taps.size(); i++) {
            read.add(stored.get(i) ? names.claim(taps.get(i) + "_fifo") : taps.get(i));
            if (stored.get(i)) {
                stages.add(new Stage(new FifoUnit(read.get(i), type, 2), List.of(taps.get(i)), List.of(read.get(i))));
            }
        }
        branches.put(stream, read);
    }

    private Wiring widths(Wiring wiring) {
        Map<String, Integer> lanes = new HashMap<>();
        Set<String> combinational = new HashSet<>();
        List<Stage> stages = new ArrayList<>();
        for (Stage stage : wiring.stages()) {
            Unit unit = stage.unit();
            List<String> sources = new ArrayList<>();
            for (int i = 0; i < stage.sources().size(); i++) {
                String source = stage.sources().get(i);
                boolean slice = !unit.registered() && !unit.bursty() && combinational.contains(source);
                String sliced = slice ? slice(source, wiring, stages) : source;
                lanes.put(
                        sliced, lanes.getOrDefault(source, unit.inputs().get(i).lanes()));
                String converted = convert(sliced, unit.inputs().get(i), lanes, stages);
                sources.add(unit.bursty() ? buffer(converted, unit, i, stages) : converted);
            }
            stages.add(new Stage(unit, sources, stage.sinks()));
            for (int i = 0; i < stage.sinks().size(); i++) {
                lanes.put(stage.sinks().get(i), unit.outputs().get(i).lanes());
                if (!unit.registered()) {
                    combinational.add(stage.sinks().get(i));
                }
            }
        }
        return wiring.withStages(stages);
    }

    /**
     * Puts a FIFO in front of an input where one is needed. The FIFO collects the next burst at the pace at which it is
     * produced, and it ends the path of a combinational unit.
     */
    private String buffer(String stream, Unit unit, int input, List<Stage> stages) {
        String name = names.claim(unit.name() + "_in" + input);
        stages.add(new Stage(new FifoUnit(name, unit.inputs().get(input), 2), List.of(stream), List.of(name)));
        return name;
    }

    private String slice(String stream, Wiring wiring, List<Stage> stages) {
        String name = names.claim(stream + "_slice");
        Stage writer = wiring.writer(stream).orElseThrow();
        BeatStream type = writer.unit().outputs().get(writer.sinks().indexOf(stream));
        stages.add(new Stage(new FifoUnit(name, type, 2), List.of(stream), List.of(name)));
        return name;
    }

    /**
     * Inserts the width converters that turn a stream into the wanted one: none, one, or two that meet at the common
     * multiple.
     */
    private String convert(String stream, BeatStream wanted, Map<String, Integer> lanes, List<Stage> stages) {
        int have = lanes.getOrDefault(stream, wanted.lanes());
        int want = wanted.lanes();
        if (have == want) {
            return stream;
        }
        int common = have / Divisors.common(have, want) * want;
        String at = stream;
        int now = have;
        for (int next : common == want || common == have ? List.of(want) : List.of(common, want)) {
            String name = names.claim(stream + "_x" + next);
            BeatStream from = new BeatStream(now, wanted.type(), wanted.elements());
            stages.add(new Stage(new WidthUnit(name, from, next), List.of(at), List.of(name)));
            at = name;
            now = next;
        }
        return at;
    }
}
