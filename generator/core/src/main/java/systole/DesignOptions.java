package systole;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import systole.board.Board;
import systole.board.Boards;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
import systole.network.BuildRequest;
import systole.style.streaming.fold.BalancedFolding;
import systole.style.streaming.fold.FoldingStrategy;
import systole.style.streaming.fold.LatencyFolding;
import systole.style.streaming.fold.RateFolding;
import systole.style.streaming.fold.SmallestFolding;
import systole.text.FoldFile;

/**
 * What is wanted of a network's hardware. {@link #on} and {@link #anywhere} start; the other methods give changed copies.
 *
 * <pre>{@code
 * DesignOptions.on("pynq-z2").withClock(125).withRate(500)
 * }</pre>
 *
 * @param boards the hardware is for the first of them that the network fits; at least one
 * @param clockMhz frequency of the clock in megahertz; 0 for the board's own
 * @param strategy chooses the foldings that nobody asked for
 * @param builds what is asked for, by layer; it wins over what the network itself asks for
 */
public record DesignOptions(
        List<Board> boards, double clockMhz, FoldingStrategy strategy, Map<String, BuildRequest> builds) {
    private static final FoldingStrategy FASTEST = new BalancedFolding();

    public DesignOptions {
        boards = List.copyOf(boards);
        builds = Map.copyOf(builds);
        if (boards.isEmpty()) {
            throw new IllegalArgumentException("a design is for a board");
        }
        if (!(clockMhz >= 0 && clockMhz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(clockMhz + " MHz is no frequency");
        }
    }

    /** For the smallest of three Artix boards that the network fits, at its own clock, as fast as it allows. */
    public static DesignOptions anywhere() {
        return new DesignOptions(
                Stream.of("arty-a7-35t", "arty-a7-100t", "nexys-video")
                        .map(id -> Boards.find(id).orElseThrow())
                        .toList(),
                0,
                FASTEST,
                Map.of());
    }

    /** For a board, at its own clock, as fast as it allows. */
    public static DesignOptions on(Board board) {
        return new DesignOptions(List.of(board), 0, FASTEST, Map.of());
    }

    /**
     * For a board that comes with Systole.
     *
     * @param board its id, such as {@code pynq-z2}
     * @throws RefusedException if there is no such board
     */
    public static DesignOptions on(String board) {
        return on(Boards.find(board)
                .orElseThrow(() -> RefusedException.of(
                        SourceRef.NONE,
                        "there is no board '" + board + "'",
                        Suggestions.didYouMeanOr(board, Boards.ids(), "boards are "))));
    }

    /** At another frequency, in megahertz; 0 is the board's own. */
    public DesignOptions withClock(double megahertz) {
        return new DesignOptions(boards, megahertz, strategy, builds);
    }

    /** The most frames a second that the board allows; that is so unless something else is asked for. */
    public DesignOptions fastest() {
        return withStrategy(FASTEST);
    }

    /** As small as so many frames a second allow. */
    public DesignOptions withRate(double framesPerSecond) {
        return withStrategy(new RateFolding(framesPerSecond));
    }

    /** As small as a latency of so many microseconds allows, from the first beat of a frame to its last result. */
    public DesignOptions withLatency(double microseconds) {
        return withStrategy(new LatencyFolding(microseconds));
    }

    /** As small as can be, however slow. */
    public DesignOptions smallest() {
        return withStrategy(new SmallestFolding());
    }

    /** Foldings that somebody else chooses. */
    public DesignOptions withStrategy(FoldingStrategy other) {
        return new DesignOptions(boards, clockMhz, other, builds);
    }

    /** With engines and foldings that layers must have; what they leave open is the planner's choice. */
    public DesignOptions withBuilds(Map<String, BuildRequest> byLayer) {
        return new DesignOptions(boards, clockMhz, strategy, byLayer);
    }

    /**
     * With engines and foldings out of a file, {@code {"layer": {"pe": 8, "simd": 9}, ...}}.
     *
     * @throws RefusedException at the place in the file that is wrong
     */
    public DesignOptions withBuilds(Path file) {
        return withBuilds(FoldFile.read(file));
    }

    /** The frequency of a board's clock, in megahertz. */
    double clockMhz(Board board) {
        return clockMhz > 0 ? clockMhz : board.clockMhz();
    }
}
