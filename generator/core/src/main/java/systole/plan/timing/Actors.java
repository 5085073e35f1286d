package systole.plan.timing;

import java.util.ArrayDeque;
import java.util.List;

/** The simpler actors. */
final class Actors {
    private Actors() {}

    /** Takes a beat of every input and puts one out {@code latency} cycles later. */
    static Actor pipeline(List<Channel> in, Channel out, int latency, int limit) {
        ArrayDeque<Long> due = new ArrayDeque<>();
        long[] started = new long[1];
        return cycle -> {
            while (!due.isEmpty() && due.peek() <= cycle) {
                due.poll();
                out.put();
            }
            if (in.stream().allMatch(Channel::hasBeat) && started[0] - out.taken() < limit) {
                in.forEach(Channel::take);
                started[0]++;
                due.add(cycle + latency);
            }
        };
    }

    /** Takes {@code reads} beats for every {@code writes} that it puts out, one a cycle each; what is read is put out after. */
    static Actor ratio(Channel in, Channel out, int reads, int writes) {
        int[] have = new int[1];
        int[] left = new int[1];
        return cycle -> {
            if (left[0] > 0 && out.hasRoom()) {
                out.put();
                left[0]--;
            }
            if (left[0] == 0 && in.hasBeat()) {
                in.take();
                if (++have[0] == reads) {
                    have[0] = 0;
                    left[0] = writes;
                    if (out.hasRoom()) {
                        out.put();
                        left[0]--;
                    }
                }
            }
        };
    }

    /** Gives each beat to all outputs, to each when it has room. */
    static Actor fork(Channel in, List<Channel> out) {
        boolean[] given = new boolean[out.size()];
        return cycle -> {
            if (!in.hasBeat()) {
                return;
            }
            boolean all = true;
            for (int i = 0; i < given.length; i++) {
                if (!given[i] && out.get(i).hasRoom()) {
                    out.get(i).put();
                    given[i] = true;
                }
                all &= given[i];
            }
            if (all) {
                in.take();
                java.util.Arrays.fill(given, false);
            }
        };
    }

    /** Moves {@code chunks[i]} beats from input i, in turn. */
    static Actor concat(List<Channel> in, Channel out, List<Integer> chunks) {
        int[] at = new int[2];
        return cycle -> {
            Channel now = in.get(at[0]);
            if (now.hasBeat() && out.hasRoom()) {
                now.take();
                out.put();
                if (++at[1] == chunks.get(at[0])) {
                    at[1] = 0;
                    at[0] = (at[0] + 1) % in.size();
                }
            }
        };
    }

    /** Puts out a beat wherever {@code inside} says no, and passes one on where it says yes. */
    static Actor pad(Channel in, Channel out, boolean[] inside) {
        int[] at = new int[1];
        return cycle -> {
            boolean pass = inside[at[0]];
            if (out.hasRoom() && (!pass || in.hasBeat())) {
                if (pass) {
                    in.take();
                }
                out.put();
                at[0] = (at[0] + 1) % inside.length;
            }
        };
    }

    /** Reads {@code reads} beats, waits, then puts out {@code writes} beats, each {@code pace} cycles after the last. */
    static Actor batch(Channel in, Channel out, int reads, int wait, int writes, int pace) {
        int[] have = new int[1];
        int[] left = new int[1];
        long[] next = new long[1];
        return cycle -> {
            if (left[0] > 0) {
                if (cycle >= next[0] && out.hasRoom()) {
                    out.put();
                    left[0]--;
                    next[0] = cycle + pace;
                }
            } else if (in.hasBeat()) {
                in.take();
                if (++have[0] == reads) {
                    have[0] = 0;
                    left[0] = writes;
                    next[0] = cycle + wait;
                }
            }
        };
    }
}
