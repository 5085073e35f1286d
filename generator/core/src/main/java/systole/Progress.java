package systole;

import java.nio.file.Path;
import systole.board.Board;
import systole.network.Network;

/** Is told what goes on while Systole works; whoever wants to know implements what is of interest. */
public interface Progress {
    /** Nobody wants to know. */
    Progress SILENT = new Progress() {};

    /** A part of a model file does not become hardware; the sentence says which, and what that means for frames. */
    default void leftOut(String sentence) {}

    /** A board that might have been chosen is too small for the network. */
    default void tooSmall(Network network, Board board) {}

    /** The foldings are being chosen for a board; takes up to a minute for large networks. */
    default void planning(Network network, Board board, double clockMhz) {}

    /** So many files of a design are in its folder now. */
    default void written(int files, Path folder) {}

    /** A simulator, {@code verilator} or {@code iverilog}, is building the testbench. */
    default void building(String simulator) {}

    /** A simulator has built the testbench in so many seconds and runs about so many cycles. */
    default void simulating(String simulator, double seconds, double cycles) {}

    /** Yosys is at work, which takes minutes for large designs. */
    default void synthesizing() {}
}
