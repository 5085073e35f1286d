package systole.engine.timing;

import java.util.List;

/**
 * The streams behind units without storage. Such a unit takes a beat from its input in the same cycle in which the beat
 * leaves it.
 */
public final class Feeds {
    private Feeds() {}

    /** Takes a beat of every input at once, when all of them have one. */
    static Feed together(List<Feed> in) {
        if (in.size() == 1) {
            return in.get(0);
        }
        Feed[] all = in.toArray(Feed[]::new); // asked in every cycle, and much quicker than a list
        return new Feed() {
            @Override
            public boolean hasBeat() {
                for (Feed feed : all) {
                    if (!feed.hasBeat()) {
                        return false;
                    }
                }
                return true;
            }

            @Override
            public void take() {
                for (Feed feed : all) {
                    feed.take();
                }
            }
        };
    }

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
