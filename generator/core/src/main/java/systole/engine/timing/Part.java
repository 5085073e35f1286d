package systole.engine.timing;

import java.util.List;
import java.util.function.Function;

/**
 * A unit in the timing model.
 *
 * @param outputs its streams, as their readers see them
 * @param actor what it does in a cycle
 */
public record Part(List<Feed> outputs, Actor actor) {
    /** Cycles from a beat's entry into a FIFO to its being offered. */
    public static final int FIFO_LATENCY = 2;

    public Part {
        outputs = List.copyOf(outputs);
    }

    /** A unit without storage. */
    public static Part wire(List<Feed> outputs) {
        return new Part(outputs, Actors.none());
    }

    /** A unit that holds what it puts out until it is taken, as much as there is. */
    public static Part of(Function<Channel, Actor> actor) {
        return of(Channel.UNBOUNDED, actor);
    }

    private static Part of(int capacity, Function<Channel, Actor> actor) {
        Channel out = new Channel(capacity);
        return new Part(List.of(out), actor.apply(out));
    }

    /** Takes a beat of every input and puts one out {@code latency} cycles later; it holds {@code limit} beats. */
    public static Part pipeline(List<Feed> in, int latency, int limit) {
        return of(out -> new PipelineActor(in, out, latency, limit));
    }

    /** Joins {@code reads} beats of every input into one. */
    public static Part join(List<Feed> in, int reads) {
        return of(1, out -> Actors.join(in, out, reads));
    }

    /** Splits each beat into {@code writes}. */
    public static Part split(Feed in, int writes) {
        return of(writes, out -> Actors.split(in, out, writes));
    }

    /** Joins {@code ratio} beats into a word; the last word of each {@code block} beats may have fewer. */
    public static Part pack(Feed in, int ratio, int block) {
        return of(1, out -> new PackActor(in, out, ratio, block));
    }

    /** Passes on the first {@code keep} of each {@code keep + drop} beats. */
    public static Part trim(Feed in, int keep, int drop) {
        return of(1, out -> Actors.trim(in, out, keep, drop));
    }

    /** Puts out each block of beats several times, out of a memory of {@code depth} beats. */
    public static Part repeat(Feed in, int block, int times, int depth) {
        return of(1, out -> new RepeatActor(in, out, block, times, depth));
    }

    /** Takes a frame while the one before it leaves. */
    public static Part reverse(Feed in, int frame) {
        return of(1, out -> new ReverseActor(in, out, frame));
    }

    /** Works on batches of {@code count} beats; see {@link BatchActor}. */
    public static Part batches(Feed in, int count, int wait, int latency, int limit) {
        return of(out -> new BatchActor(in, out, count, wait, latency, limit));
    }

    /** The only stream of a unit that has one. */
    public Feed output() {
        return outputs.get(0);
    }

    /** The same unit behind a part that it reads and that belongs to it. */
    public Part after(Part first) {
        return new Part(outputs, Actors.row(actor, first.actor));
    }
}
