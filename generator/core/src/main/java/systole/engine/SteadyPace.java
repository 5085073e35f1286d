package systole.engine;

/**
 * The pace of an engine whose output follows its input evenly.
 *
 * @param cycles the cycles of a frame
 */
record SteadyPace(long cycles) implements Pace {
    /** About how many cycles a part takes through such an engine and to the next engine. */
    private static final int HOP = 8;

    @Override
    public Tempo tempo() {
        return new Tempo(0, cycles, false, HOP);
    }

    @Override
    public int parts(int most, int input) {
        return input;
    }

    @Override
    public double share(int part, int parts) {
        return (part + 1.0) / parts;
    }

    @Override
    public double lastShare() {
        return 0;
    }
}
