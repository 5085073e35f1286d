package systole.engine.timing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Units without storage: a beat is taken from what stands before them in the cycle in which it leaves them. */
public final class Feeds {
    private Feeds() {}

    /** Gives each beat to {@code count} readers, to each when it is ready; the next follows when all have taken it. */
    public static List<Feed> fork(Feed in, int count) {
        boolean[] taken = new boolean[count];
        return IntStream.range(0, count)
                .<Feed>mapToObj(i -> new Feed() {
                    @Override
                    public boolean hasBeat() {
                        return !taken[i] && in.hasBeat();
                    }

                    @Override
                    public void take() {
                        taken[i] = true;
                        if (IntStream.range(0, count).allMatch(k -> taken[k])) {
                            in.take();
                            Arrays.fill(taken, false);
                        }
                    }
                })
                .toList();
    }

    /** Moves {@code chunks[i]} beats from input i, in turn. */
    public static Feed concat(List<Feed> in, List<Integer> chunks) {
        return new Feed() {
            private int input;
            private int moved;

            @Override
            public boolean hasBeat() {
                return in.get(input).hasBeat();
            }

            @Override
            public void take() {
                in.get(input).take();
                if (++moved == chunks.get(input)) {
                    moved = 0;
                    input = (input + 1) % in.size();
                }
            }
        };
    }

    /**
     * Passes a beat on wherever {@code inside} says yes, and puts one out where it says no, but none of a frame before
     * that frame's first beat has come.
     */
    public static Feed pad(Feed in, boolean[] inside) {
        return new Feed() {
            private int at;
            private boolean started;

            @Override
            public boolean hasBeat() {
                return in.hasBeat() || (started && !inside[at]);
            }

            @Override
            public void take() {
                if (inside[at]) {
                    in.take();
                    started = true;
                }
                at = (at + 1) % inside.length;
                started &= at > 0;
            }
        };
    }
}
