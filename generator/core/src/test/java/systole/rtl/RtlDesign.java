package systole.rtl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.design.Design;
import systole.design.DesignWriter;
import systole.engine.BeatStream;
import systole.golden.GoldenModel;
import systole.network.Bundle;
import systole.network.Network;
import systole.style.streaming.Plan;
import systole.style.streaming.PlanOptions;
import systole.style.streaming.Planner;
import systole.style.streaming.emit.Emitter;
import systole.style.streaming.emit.StreamingDesign;
import systole.style.streaming.fold.BalancedFolding;
import systole.style.streaming.fold.FoldingStrategy;
import systole.target.board.Board;
import systole.target.board.Boards;
import systole.tool.DesignFolder;
import systole.tool.Stimulus;
import systole.tool.StreamFormat;

/** A network with its plan and its hardware in a folder. */
public record RtlDesign(Network network, Plan plan, DesignFolder folder) {
    /** Plans and writes. */
    public static RtlDesign write(Network network, Path folder) {
        return write(network, new BalancedFolding(), folder);
    }

    public static RtlDesign write(Network network, Board board, Path folder) {
        return write(network, plan(network, board), folder);
    }

    static RtlDesign write(Network network, FoldingStrategy strategy, Path folder) {
        return write(network, plan(network, strategy), folder);
    }

    static RtlDesign write(Network network, Board board, FoldingStrategy strategy, Path folder) {
        return write(network, plan(network, board, strategy), folder);
    }

    static RtlDesign write(Network network, Plan plan, Path folder) {
        DesignWriter.write(new Emitter().emit(plan, network.outputType().shape()), folder);
        return new RtlDesign(
                network,
                plan,
                new DesignFolder(
                        folder,
                        DesignNames.of(network.name()).top(),
                        format(plan.inputStream()),
                        format(plan.outputStream())));
    }

    /** The design as the later packages read it. */
    public Design design() {
        return StreamingDesign.of(network, plan);
    }

    public static Plan plan(Network network, Board board) {
        return plan(network, board, new BalancedFolding());
    }

    static Plan plan(Network network, FoldingStrategy strategy) {
        return plan(network, Boards.find("arty-a7-100t").orElseThrow(), strategy);
    }

    private static Plan plan(Network network, Board board, FoldingStrategy strategy) {
        Planner planner = new Planner(StandardCatalog.CATALOG, EngineCatalog.CATALOG);
        return planner.plan(network, new PlanOptions(board, 100, Map.of(), strategy));
    }

    private static StreamFormat format(BeatStream stream) {
        return new StreamFormat(
                stream.lanes(), stream.type().bytes(), stream.type().signed());
    }

    /** Random frames with what the golden model makes of them. */
    public Stimulus stimulus(int frames, long seed) {
        Draw draw = Draw.of(seed);
        Bundle input = network.input();
        List<int[]> inputs = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            int number = i;
            inputs.add(input.joined(input.types().stream()
                    .map(t -> draw.frame(t.type(), t.shape().elements(), number))
                    .toList()));
        }
        Random random = new Random(seed);
        List<Boolean> fresh = IntStream.range(0, frames)
                .mapToObj(i -> network.stateful() && (i % 3 == 0 || random.nextInt(3) == 0))
                .toList();
        return stimulus(inputs, fresh);
    }

    /** Given frames with what the golden model makes of them; a state is carried on. */
    public Stimulus stimulus(List<int[]> inputs) {
        return stimulus(inputs, Collections.nCopies(inputs.size(), false));
    }

    /**
     * Given frames with what the golden model makes of them.
     *
     * @param fresh for each frame, whether it asks for a fresh state
     */
    public Stimulus stimulus(List<int[]> inputs, List<Boolean> fresh) {
        GoldenModel golden = new GoldenModel(
                network, layer -> StandardCatalog.CATALOG.of(layer).golden());
        List<int[]> expected = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (fresh.get(i)) {
                golden.reset();
            }
            expected.add(golden.run(inputs.get(i)));
        }
        return new Stimulus(inputs, expected, fresh);
    }
}
