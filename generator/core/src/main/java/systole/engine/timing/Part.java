package systole.engine.timing;

import java.util.List;
import java.util.function.Function;

/**
 * A unit in the timing model.
 *
 * @param outputs its streams, as their readers see them
 * @param actor steps it by a cycle
 */
public record Part(List<Feed> outputs, Actor actor) {
    /** Cycles from the entry of a beat into a FIFO until the FIFO offers it. */
    public static final int FIFO_LATENCY = 2;

    public Part {
        outputs = List.copyOf(outputs);
    }

    /** A unit without storage. */
    public static Part wire(List<Feed> outputs) {
        return new Part(outputs, Actors.none());
    }

    /** A unit that holds its output until it is taken, without a limit. */
    public static Part of(Function<Channel, Actor> actor) {
        return of(Channel.UNBOUNDED, actor);
    }

    private static Part of(int capacity, Function<Channel, Actor> actor) {
        Channel out = new Channel(capacity);
        return new Part(List.of(out), actor.apply(out));
    }

    /** Takes a beat of every input and puts one out {@code latency} cycles later. It holds {@code limit} beats. */
    public static Part pipeline(List<Feed> in, int latency, int limit) {
        return of(out -> new PipelineActor(in, out, latency, limit));
    }

    /** Joins {@code reads} beats of every input into one. */
    public static Part join(List<Feed> in, int reads) {
        return of(1, out -> Actors.join(in, out, reads));
    }

    /** Joins {@code reads} beats into one, behind a {@link Skid}. */
    public static Part widen(Feed in, int reads) {
        Skid skid = new Skid(in);
        return of(1, out -> Actors.row(Actors.join(List.of(skid), out, reads), skid));
    }

    /** Splits each beat into {@code writes} beats, with a {@link Skid} behind them. */
    public static Part narrow(Feed in, int writes) {
        Channel parts = new Channel(writes);
        Skid skid = new Skid(parts);
        return new Part(List.of(skid), Actors.row(skid, Actors.split(in, parts, writes)));
    }

    /** Joins {@code ratio} beats into a word. The last word of each {@code block} beats may have fewer. */
    public static Part pack(Feed in, int ratio, int block) {
        return of(1, out -> new PackActor(in, out, ratio, block));
    }

    /** Passes on the first {@code keep} of each {@code keep + drop} beats. */
    public static Part trim(Feed in, int keep, int drop) {
        return of(1, out -> Actors.trim(in, out, keep, drop));
    }

    /** Puts out each block of beats several times, from a memory of {@code depth} beats. */
    public static Part repeat(Feed in, int block, int times, int depth) {
        return of(1, out -> new RepeatActor(in, out, block, times, depth));
    }

    /** Puts out {@code past} beats of its own in front of each frame of {@code beats}. */
    public static Part history(Feed in, int past, int beats) {
        return of(1, out -> Actors.history(in, out, past, beats));
    }

    /** Takes a block while the previous one leaves. */
    public static Part turn(Feed in, int block) {
        return of(1, out -> new TurnActor(in, out, block));
    }

    /** Passes on the beats of a round at which {@code kept} is true, without storage, and drops the others. */
    public static Part select(Feed in, boolean[] kept) {
        SelectActor select = new SelectActor(in, kept);
        return new Part(List.of(select), select);
    }

    /** Works on batches of {@code count} beats; see {@link BatchActor}. */
    public static Part batches(Feed in, int count, int wait, int latency, int limit) {
        return of(out -> new BatchActor(in, out, count, wait, latency, limit));
    }

    /** Gives each beat to {@code readers} readers. */
    public static Part fork(Feed in, int readers) {
        ForkActor fork = new ForkActor(in, readers);
        return new Part(fork.outputs(), fork);
    }

    /** The output of a unit that has only one. */
    public Feed output() {
        return outputs.get(0);
    }

    /** The same unit behind a part that it reads and that belongs to it. */
    public Part after(Part first) {
        return new Part(outputs, Actors.row(actor, first.actor));
    }
}
