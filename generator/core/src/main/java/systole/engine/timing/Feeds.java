package systole.engine.timing;

import java.util.List;

/**
 * The streams behind units without storage. Such a unit takes a beat from its input in the same cycle in which the beat
 * leaves it.
 */
public final class Feeds {
    private Feeds() {}

    /** Moves {@code chunks[i]} beats from input i, one input after the other. */
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
     * Passes on an input beat wherever {@code inside} is true, and puts out a border beat wherever it is false. No
     * border beat leaves before the first beat of its frame has arrived.
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
