package systole.design;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import systole.network.Network;
import systole.rtl.FileSet;
import systole.rtl.GeneratedFile;
import systole.target.board.Board;
import systole.target.board.UnroutedClock;
import systole.target.resource.ResourceVector;

/**
 * Hardware that computes a network, as files, ports and figures. Every style ends in a design. The shell, the kit, the
 * driver, the report and the tools read it and do not see how it was planned.
 *
 * @param network the network that it computes
 * @param top the name of the top module: the network's, if no tool takes that for something else
 * @param board the board that it is for
 * @param clockMhz the clock frequency that times are given for
 * @param input the stream from outside
 * @param output the stream to outside
 * @param prediction the cycles if neither side ever waits
 * @param limit the reason why it is not quicker, in words
 * @param units the units that it is made of, of which at least one computes
 * @param files the files of its folder, sorted by path
 * @param system the rate together with the link to its software; empty without a kit
 */
public record Design(
        Network network,
        String top,
        Board board,
        double clockMhz,
        NamedStream input,
        NamedStream output,
        Prediction prediction,
        String limit,
        List<DesignUnit> units,
        List<GeneratedFile> files,
        Optional<SystemRate> system) {
    /** The name of the file with the plan as JSON, for people and for other programs. */
    public static final String PLAN = "plan.json";

    /** The name of the page for the person at the board, which every kit has. */
    public static final String GUIDE = "README.md";

    /** The name of the page about the design, which is written again with each result. */
    public static final String PAGE = "report.html";

    public Design {
        units = List.copyOf(units);
        files = new FileSet().addAll(files).sorted();
    }

    /** The same hardware with more, or other, files. */
    public Design with(List<GeneratedFile> others) {
        return new Design(network, top, board, clockMhz, input, output, prediction, limit, units, others, system);
    }

    /** The same hardware with these files, which are new, in addition to its own. */
    public Design plus(List<GeneratedFile> more) {
        return with(Stream.concat(files.stream(), more.stream()).toList());
    }

    /** The same hardware, whose rate over the link to its software is known. */
    public Design with(SystemRate rate) {
        return new Design(
                network, top, board, clockMhz, input, output, prediction, limit, units, files, Optional.of(rate));
    }

    /** Whether it has a kit around the hardware, which brings it onto the board. */
    public boolean hasKit() {
        return files.stream().anyMatch(f -> f.path().equals(GUIDE));
    }

    /** What is known about the clock before the design is placed and routed. */
    public UnroutedClock clock() {
        return new UnroutedClock(board, clockMhz);
    }

    /** Cycles of the clock in a second. */
    public double hertz() {
        return clockMhz * 1e6;
    }

    /** The name of the network. */
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

    /** The number of multipliers of all units. */
    public int multipliers() {
        return work().mapToInt(Work::multipliers).sum();
    }

    /** The multiply-accumulate operations of a frame. */
    public long macs() {
        return work().mapToLong(Work::macs).sum();
    }

    /** The share of multiplier cycles that do work when a frame takes {@code interval} cycles. */
    public double utilization(double interval) {
        return multipliers() == 0 ? 0 : macs() / (multipliers() * interval);
    }

    /** The resources that all units together are expected to need. */
    public ResourceVector cost() {
        return work().map(Work::cost).reduce(ResourceVector.NONE, ResourceVector::plus);
    }
}
