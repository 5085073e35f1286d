package systole;

import java.nio.file.Path;
import systole.network.Network;
import systole.target.board.Board;
import systole.target.board.UnroutedClock;

/** Receives messages while {@link Systole} works. Every method does nothing unless it is overridden. */
public interface Progress {
    /** Ignores every message. */
    Progress SILENT = new Progress() {};

    /** A part of a model file does not become hardware. The sentence names it and says what that means for frames. */
    default void leftOut(String sentence) {}

    /** The network does not fit a board that was considered. */
    default void tooSmall(Network network, Board board) {}

    /** The planner starts to choose foldings for a board, which takes up to a minute for a large network. */
    default void planning(Network network, Board board, double clockMhz) {}

    /** The clock is quicker than the design may count on. */
    default void beyondEstimate(UnroutedClock clock) {}

    /** The files of a design have been written into its folder. */
    default void written(int files, Path folder) {}

    /** A file was edited since Systole wrote it, or comes from somebody else, and therefore stays as it is. */
    default void kept(Path file) {}

    /** A simulator, {@code verilator} or {@code iverilog}, starts to build the testbench. */
    default void building(String simulator) {}

    /** A simulator has built the testbench in a number of seconds, and starts to run about this many cycles. */
    default void simulating(String simulator, double seconds, double cycles) {}

    /** A core is synthesized without a shell, for a reason. */
    default void withoutShell(String reason) {}

    /** Yosys starts to synthesize, which takes minutes for a large design. */
    default void synthesizing() {}
}
