package systole.form.requant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import systole.form.requant.References.Mode;
import systole.network.Range;
import systole.op.RequantTask;

class RequantProofTest {
    private static final Range RANGE = new Range(-300, 300);
    private static final RequantTask TASK =
            new RequantTask(References.of(Mode.POW2_HALF_UP, 1 / 8.0), List.of(RANGE), 0, -128, 127);

    @Example
    void provesAnEqualForm() {
        assertEquals(
                2 * 75 + 3,
                RequantProof.of(TASK, form(1, 4, 4)).checkpoints(),
                "75 steps, the last at the end; the start, -1 and 0");
    }

    /** The proof says yes exactly when every accumulator agrees. */
    @Property
    void agreesWithTryingEverything(
            @ForAll @LongRange(min = 0, max = 2) long mult,
            @ForAll @LongRange(min = 2, max = 6) long addPositive,
            @ForAll @LongRange(min = 2, max = 6) long addNegative) {
        MultiplyShift form = form(mult, addPositive, addNegative);
        boolean equal = true;
        for (long x = RANGE.lo(); x <= RANGE.hi(); x++) {
            equal &= form.apply(0, x) == TASK.wanted(0, x);
        }
        assertEquals(equal, proves(TASK, form));
    }

    @Example
    void namesTheFirstDifference() {
        RequantProof proof = RequantProof.of(TASK, form(1, 5, 5));
        assertEquals(Optional.of("channel 0: accumulator -293 gives -36 in hardware, not -37"), proof.difference());
    }

    @Example
    void missingCheckpointsAreNoProof() {
        RequantTask constant = new RequantTask((c, x) -> 0, List.of(RANGE), 0, -128, 127);
        RequantProof proof = RequantProof.of(TASK, form(1, 4, 4), new Steps[] {Steps.of(constant, 0)});
        assertTrue(proof.difference().orElseThrow().contains("nothing was compared"), proof::toString);
    }

    /** With an add by sign the form falls from 1 to 0 at zero; only -1 itself shows it. */
    @Example
    void comparesBothSidesOfZero() {
        RequantTask task = new RequantTask((c, x) -> (x + 4) >> 3, List.of(new Range(-10, 0)), 0, -1, 1);
        long[] mult = {3};
        MultiplyShift form = new MultiplyShift(5, 2, 3, mult, new long[] {0}, new long[] {14}, false, 0, -1, 1);
        RequantProof proof = RequantProof.of(task, form);
        assertEquals(Optional.of("channel 0: accumulator -1 gives 1 in hardware, not 0"), proof.difference());
    }

    @Example
    void provesThresholds() {
        RequantTask task = new RequantTask(References.thresholds(new long[] {-5, 9, 9}), List.of(RANGE), 0, 0, 3);
        assertTrue(proves(task, new ThresholdForm(5, 0, new long[][] {{-5, 9, 9}})));
        assertTrue(!proves(task, new ThresholdForm(5, 0, new long[][] {{-5, 9, 10}})));
        assertTrue(!proves(task, new ThresholdForm(5, 0, new long[][] {{-5, 9, 16}})));
    }

    @Example
    void channelsMustMatch() {
        RequantTask two = new RequantTask((c, x) -> (x + 4) >> 3, List.of(RANGE, RANGE), 0, -128, 127);
        assertFalse(proves(two, form(1, 4, 4)));
    }

    private static boolean proves(RequantTask task, RequantForm form) {
        return RequantProof.of(task, form).holds();
    }

    private static MultiplyShift form(long mult, long addPositive, long addNegative) {
        long[] m = {mult};
        return new MultiplyShift(
                10,
                MultiplyShift.bits(m),
                3,
                m,
                new long[] {addPositive},
                new long[] {addNegative},
                false,
                0,
                -128,
                127);
    }
}
