package systole.design;

import java.util.List;
import java.util.stream.Stream;
import systole.board.Board;
import systole.engine.Cost;
import systole.network.Network;
import systole.rtl.GeneratedFile;

/**
 * Hardware that computes a network, in the form in which every style ends: files, ports and figures. Shell, kit, driver,
 * report and tools read it; how it was planned is not their concern.
 *
 * @param network what it computes
 * @param board what it is meant for
 * @param clockMhz the clock that times are given for
 * @param input the stream from outside
 * @param output the stream to outside
 * @param prediction cycles if neither side ever waits
 * @param limit why it is not quicker, in words
 * @param units what it is made of; at least one computes
 * @param files of its folder, sorted by path
 */
public record Design(
        Network network,
        Board board,
        double clockMhz,
        NamedStream input,
        NamedStream output,
        Prediction prediction,
        String limit,
        List<DesignUnit> units,
        List<GeneratedFile> files) {
    /** The plan as JSON, for people and for other programs. */
    public static final String PLAN = "plan.json";

    public Design {
        units = List.copyOf(units);
        files = List.copyOf(files);
    }

    /** The name of the network and of the top module. */
    public String name() {
        return network.name();
    }

    /** The content of a file. */
    public String file(String path) {
        return files.stream()
                .filter(f -> f.path().equals(path))
                .findFirst()
                .map(GeneratedFile::content)
                .orElseThrow(() -> new IllegalArgumentException("the design has no " + path));
    }

    /** The units that compute. */
    public Stream<DesignUnit> engines() {
        return units.stream().filter(u -> u.work().isPresent());
    }

    private Stream<Work> work() {
        return units.stream().flatMap(u -> u.work().stream());
    }

    /** The unit that sets the interval. */
    public DesignUnit bottleneck() {
        return engines()
                .reduce((a, b) -> cycles(b) > cycles(a) ? b : a)
                .orElseThrow(() -> new IllegalStateException("a design has a unit that computes"));
    }

    private static long cycles(DesignUnit unit) {
        return unit.work().map(Work::cycles).orElse(0L);
    }

    /** Multipliers of all units. */
    public int multipliers() {
        return work().mapToInt(Work::multipliers).sum();
    }

    /** Multiply-accumulate operations of a frame. */
    public long macs() {
        return work().mapToLong(Work::macs).sum();
    }

    /** Share of multiplier cycles that do work when a frame takes {@code interval} cycles. */
    public double utilization(double interval) {
        return multipliers() == 0 ? 0 : macs() / (multipliers() * interval);
    }

    /** What all units are expected to occupy. */
    public Cost cost() {
        return work().map(Work::cost).reduce(Cost.NONE, Cost::plus);
    }
}
