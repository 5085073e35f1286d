package systole;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
import systole.frontend.text.FoldFile;
import systole.network.BuildRequest;
import systole.style.streaming.fold.BalancedFolding;
import systole.style.streaming.fold.FoldingStrategy;
import systole.style.streaming.fold.LatencyFolding;
import systole.style.streaming.fold.RateFolding;
import systole.style.streaming.fold.SmallestFolding;
import systole.target.board.BarePart;
import systole.target.board.Board;
import systole.target.board.Boards;

/**
 * The wishes for a network's hardware. {@link #on} and {@link #anywhere} make options, and the other methods return changed
 * copies.
 *
 * <pre>{@code
 * DesignOptions.on("pynq-z2").withClock(125).withRate(500)
 * }</pre>
 *
 * @param boards at least one board; the hardware is made for the first of them that the network fits
 * @param clockMhz the frequency of the clock in megahertz; 0 for the usual clock of the board
 * @param strategy chooses the foldings that no request fixes
 * @param builds the requests for engines and foldings by layer, which win over those of the network
 */
public record DesignOptions(
        List<Board> boards, double clockMhz, FoldingStrategy strategy, Map<String, BuildRequest> builds) {
    private static final FoldingStrategy FASTEST = new BalancedFolding();

    public DesignOptions {
        boards = List.copyOf(boards);
        builds = Map.copyOf(builds);
        if (boards.isEmpty()) {
            throw new IllegalArgumentException("a design needs a board");
        }
        if (!(clockMhz >= 0 && clockMhz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(clockMhz + " MHz is no frequency");
        }
    }

    /** The smallest of three Artix boards that the network fits, its usual clock, and the fastest hardware. */
    public static DesignOptions anywhere() {
        return new DesignOptions(
                Stream.of("arty-a7-35t", "arty-a7-100t", "nexys-video")
                        .map(id -> Boards.find(id).orElseThrow())
                        .toList(),
                0,
                FASTEST,
                Map.of());
    }

    /** A board, its usual clock, and the fastest hardware. */
    public static DesignOptions on(Board board) {
        return new DesignOptions(List.of(board), 0, FASTEST, Map.of());
    }

    /**
     * A board that comes with Systole, its usual clock, and the fastest hardware.
     *
     * @param board the id of the board, such as {@code pynq-z2}
     * @throws RefusedException if there is no such board
     */
    public static DesignOptions on(String board) {
        return on(Boards.find(board)
                .orElseThrow(() -> RefusedException.of(
                        SourceRef.NONE,
                        "there is no board '" + board + "'",
                        Suggestions.didYouMeanOr(board, Boards.ids(), "boards are "))));
    }

    /**
     * A board that a file describes, its usual clock, and the fastest hardware.
     *
     * @throws RefusedException if the file is not there or does not describe a board
     */
    public static DesignOptions on(Path boardFile) {
        return on(Boards.read(boardFile));
    }

    /**
     * A chip without a board, and the fastest hardware.
     *
     * @param part the name of the chip, such as {@code xc7z045ffg900-2}
     * @param resources its resources and its usual clock in megahertz, such as {@code lut=218600,dsp=900,ramb36=545}
     * @throws RefusedException if the resources are incomplete or impossible
     */
    public static DesignOptions onChip(String part, String resources) {
        return on(BarePart.of(part, resources));
    }

    /** Everything that a choice of foldings depends on, beside the network, in words. */
    String described() {
        return boards.stream()
                        .map(b ->
                                b.id() + " " + b.chip().part() + " " + b.chip().resources() + " " + b.clockMhz())
                        .toList()
                + " " + clockMhz + " " + strategy + " "
                + builds.keySet().stream()
                        .sorted()
                        .map(name -> name + "=" + builds.get(name).text())
                        .toList();
    }

    /** With another clock, in megahertz; 0 stands for the usual clock of the board. */
    public DesignOptions withClock(double megahertz) {
        return new DesignOptions(boards, megahertz, strategy, builds);
    }

    /** With as many frames a second as the board allows, which is the default. */
    public DesignOptions fastest() {
        return withStrategy(FASTEST);
    }

    /** With hardware as small as a number of frames a second allows. */
    public DesignOptions withRate(double framesPerSecond) {
        return withStrategy(new RateFolding(framesPerSecond));
    }

    /**
     * With hardware as small as a latency in microseconds allows, from the first beat of a frame to its last result.
     */
    public DesignOptions withLatency(double microseconds) {
        return withStrategy(new LatencyFolding(microseconds));
    }

    /** With the smallest hardware, however slow it is. */
    public DesignOptions smallest() {
        return withStrategy(new SmallestFolding());
    }

    /** With another way to choose foldings. */
    public DesignOptions withStrategy(FoldingStrategy other) {
        return new DesignOptions(boards, clockMhz, other, builds);
    }

    /** With requests for engines and foldings by layer. The planner chooses what they leave open. */
    public DesignOptions withBuilds(Map<String, BuildRequest> byLayer) {
        return new DesignOptions(boards, clockMhz, strategy, byLayer);
    }

    /**
     * With requests for engines and foldings from a file, {@code {"layer": {"pe": 8, "simd": 9}, ...}}.
     *
     * @throws RefusedException naming the wrong place in the file
     */
    public DesignOptions withBuilds(Path file) {
        return withBuilds(FoldFile.read(file));
    }

    /** The frequency that is planned for on a board, in megahertz. */
    double clockMhz(Board board) {
        return clockMhz > 0 ? clockMhz : board.clockMhz();
    }
}
