package systole.style.streaming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import systole.engine.Engine;
import systole.engine.Examples;
import systole.engine.Fold;
import systole.engine.concat.ConcatEngine;
import systole.engine.pad.PadEngine;
import systole.network.IntType;
import systole.network.Padding.Explicit;
import systole.network.Shape;
import systole.style.streaming.wiring.Stage;
import systole.style.streaming.wiring.Wiring;

/** Random graphs of small engines as lowering leaves them: any lanes, any number of readers. */
public final class RandomWirings {
    private static final Shape SHAPE = Shape.of(4, 4, 12);

    private final Random random;
    private final List<Stage> stages = new ArrayList<>();
    private final List<String> streams = new ArrayList<>(List.of("image"));

    private RandomWirings(long seed) {
        this.random = new Random(seed);
    }

    public static Wiring of(long seed) {
        return new RandomWirings(seed).wiring();
    }

    private Wiring wiring() {
        int engines = 1 + random.nextInt(7);
        for (int i = 0; i < engines; i++) {
            String name = "e" + i;
            switch (random.nextInt(4)) {
                case 0 -> add(Examples.add(name, SHAPE, 1), any(), any());
                case 1 -> add(Examples.convolution(name, 4, 12, 12), any());
                default -> add(Examples.clamp(name, SHAPE, 1), any());
            }
        }
        List<String> unread = unread();
        if (unread.size() > 1) {
            List<Integer> chunks = unread.stream().map(s -> 12).toList();
            add(new ConcatEngine("all", chunks, IntType.INT8, 16, new Fold(1, 1)), unread.toArray(String[]::new));
            if (random.nextBoolean()) {
                Shape shape = Shape.of(4, 4, 12 * unread.size());
                add(new PadEngine("pad", shape, IntType.INT8, new Explicit(1, 0, 1, 0), 0, new Fold(1, 1)), "all");
            }
        }
        return new Wiring("image", stages.get(stages.size() - 1).unit().name(), stages);
    }

    private List<String> unread() {
        Set<String> read = new HashSet<>();
        stages.forEach(s -> read.addAll(s.sources()));
        return streams.stream().filter(s -> !read.contains(s)).toList();
    }

    private String any() {
        return streams.get(random.nextInt(streams.size()));
    }

    private void add(Engine engine, String... sources) {
        List<? extends Engine> foldings =
                engine.paddedFoldings().isEmpty() || random.nextBoolean() ? engine.foldings() : engine.paddedFoldings();
        Engine folded = foldings.get(random.nextInt(foldings.size()));
        stages.add(new Stage(folded, List.of(sources), List.of(engine.name())));
        streams.add(engine.name());
    }
}
