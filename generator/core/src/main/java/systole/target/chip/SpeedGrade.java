package systole.target.chip;

/**
 * How quick a chip of the 7 series is.
 *
 * @param fabric what its logic is made in
 * @param grade 1 to 3, of which 3 is the quickest
 */
public record SpeedGrade(Fabric fabric, int grade) {
    private static final int GRADES = 3;

    /**
     * The longest path that engines and shells are designed for, as the analysis of netlists estimates it for the slowest
     * chips: that of 150 MHz.
     */
    private static final double DESIGNED_MHZ = 150;

    /**
     * How much longer a routed path may be than the estimate. For the three designs that were routed, the ratios were 0.92 and
     * 0.95, where most of a long path was in cells, and 1.55, where most of a short one was in nets (docs/timing.md).
     */
    private static final double MARGIN = 1.5;

    /** Clocks come in such steps. */
    private static final double STEP_MHZ = 25;

    /** The two kinds of logic of the series. */
    public enum Fabric {
        /** Artix-7, Spartan-7, and the Zynq-7000 up to XC7Z020: DS181, DS189 and DS187. */
        ARTIX("Artix-7", 2.46, 2.13, 1.85),
        /** Kintex-7, Virtex-7, and the Zynq-7000 from XC7Z030: DS182, DS183 and DS191. */
        KINTEX("Kintex-7", 2.08, 1.80, 1.57);

        private final String words;
        private final double first;
        private final double second;
        private final double third;

        /** Clock to output of a block RAM without output register, TRCKO_DO, for each grade in nanoseconds. */
        Fabric(String words, double first, double second, double third) {
            this.words = words;
            this.first = first;
            this.second = second;
            this.third = third;
        }

        private double blockRamNs(int grade) {
            return grade == 1 ? first : grade == 2 ? second : third;
        }
    }

    /** @throws IllegalArgumentException if there is no such grade */
    public SpeedGrade {
        if (grade < 1 || grade > GRADES) {
            throw new IllegalArgumentException("a speed grade is 1 to " + GRADES + ", not " + grade);
        }
    }

    /** The delays of the chip, compared with those of an Artix-7 of grade 1; block RAM stands for all of them. */
    public double slowness() {
        return fabric.blockRamNs(grade) / Fabric.ARTIX.blockRamNs(1);
    }

    /** The longest path that engines and shells are designed for, as it is estimated for the chip, in nanoseconds. */
    public double designedNs() {
        return 1000 / DESIGNED_MHZ * slowness();
    }

    /**
     * The clock that a design may count on before it is placed and routed, in MHz: that which the engines are designed for,
     * less the margin, down to the next step.
     */
    public double clockMhz() {
        return STEP_MHZ * Math.floor(DESIGNED_MHZ / MARGIN / slowness() / STEP_MHZ);
    }

    /** For people. */
    @Override
    public String toString() {
        return fabric.words + " fabric, speed grade -" + grade;
    }
}
