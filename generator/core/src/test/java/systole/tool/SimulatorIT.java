package systole.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import systole.diagnostic.RefusedException;

/** A right design passes under both simulators: every port width, with and without pauses. */
class SimulatorIT {
    private static final int FRAMES = 20;
    private static final StreamFormat THREE = new StreamFormat(3, 1, true);
    private static final Simulator VERILATOR = new Verilator(Verilator.Profile.SHORT_RUN);
    private static final Simulator ICARUS = new Icarus();

    @TempDir
    private Path folder;

    static Stream<Simulator> simulators() {
        return Stream.of(VERILATOR, ICARUS);
    }

    static Stream<Arguments> formats() {
        return simulators().flatMap(simulator -> Stream.of(
                        new StreamFormat(1, 1, false), // Verilator's CData
                        new StreamFormat(2, 1, true), // SData
                        THREE, // IData
                        new StreamFormat(4, 2, true), // QData
                        new StreamFormat(9, 1, false), // and VlWide
                        new StreamFormat(16, 2, false))
                .map(format -> Arguments.of(simulator, format)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void passesWithAnyPauses(Simulator simulator, StreamFormat format) {
        IncrementDesign design = IncrementDesign.of(format);
        Simulator.CompiledDesign compiled = simulator.compile(design.write(folder), false);
        for (int stall : List.of(0, 30, 70)) {
            SimulationResult result =
                    compiled.run(design.stimulus(FRAMES), SimulationOptions.DEFAULT.withStall(stall, 7));
            assertTrue(result.passed(), result.log());
            assertEquals(FRAMES, result.frames());
            assertEquals(FRAMES * 6, result.beats());
            assertEquals(Mismatch.NONE, result.firstMismatch());
        }
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void startsWithoutResetAndResetsFromAnywhere(Simulator simulator) {
        IncrementDesign design = IncrementDesign.of(THREE);
        Simulator.CompiledDesign compiled = simulator.compile(design.write(folder), false);
        for (int garbage = 0; garbage < 9; garbage++) {
            SimulationOptions options = SimulationOptions.DEFAULT.withReset(garbage == 0 ? 0 : 2, garbage);
            SimulationResult result = compiled.run(design.stimulus(3), options);
            assertTrue(result.passed(), result.log());
        }
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void survivesFramesOfWrongLength(Simulator simulator) {
        IncrementDesign design = IncrementDesign.of(THREE);
        Simulator.CompiledDesign compiled = simulator.compile(design.write(folder), false);
        for (int stall : List.of(0, 50)) {
            SimulationOptions options = SimulationOptions.DEFAULT
                    .withStall(stall, 3)
                    .withShortFrame(0)
                    .withLongFrame(4);
            SimulationResult result = compiled.run(design.stimulus(6), options);
            assertTrue(result.passed(), result.log());
        }
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void measuresIntervalAndLatency(Simulator simulator) {
        IncrementDesign design = IncrementDesign.of(THREE);
        SimulationResult result =
                simulator.simulate(design.write(folder), design.stimulus(FRAMES), SimulationOptions.DEFAULT);
        assertEquals(new SimulationResult.Interval(6, 6, 6), result.interval());
        assertEquals(6, result.latencyCycles());
        assertEquals(6 * FRAMES + 1, result.totalCycles());
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void saysWhereTheFirstMismatchIs(Simulator simulator) {
        IncrementDesign design = IncrementDesign.of(THREE);
        Stimulus stimulus = design.stimulus(4);
        int[] frame = stimulus.expected().get(2);
        int right = frame[3 * 4 + 1];
        frame[3 * 4 + 1] = -7;
        SimulationResult result = simulator.simulate(design.write(folder), stimulus, SimulationOptions.DEFAULT);
        assertFalse(result.passed());
        assertEquals(1, result.mismatches());
        Mismatch where = result.firstMismatch();
        assertEquals(new Mismatch(2, 1, 1, 1, "-7", "" + right, 17), where);
        assertTrue(result.log().contains(where.toString()), result.log());
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void lintsCleanDesignsSilently(Simulator simulator) {
        DesignFolder design = IncrementDesign.of(THREE).write(folder);
        assertEquals(List.of(), simulator.lint(design.rtl(), design.name()));
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void lintFindsWhatIsWrong(Simulator simulator) {
        DesignFolder design = IncrementDesign.of(THREE)
                .with("output wire status_long\n", "output wire status_long,\n    input wire [3:0] odd\n")
                .with("assign status_long = too_long", "assign status_long = too_long & undeclared[7]")
                .write(folder);
        assertFalse(simulator.lint(design.rtl(), design.name()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void buildsAgainOnlyWhatChanged(Simulator simulator) throws IOException {
        IncrementDesign design = IncrementDesign.of(THREE);
        DesignFolder written = design.write(folder);
        simulator.compile(written, false);
        Path log = written.products(simulator.name()).resolve(simulator.name() + ".log");
        FileTime old = Files.getLastModifiedTime(Files.setLastModifiedTime(log, FileTime.fromMillis(1_000_000)));
        simulator.compile(written, false);
        assertEquals(old, Files.getLastModifiedTime(log));
        Files.writeString(written.rtl().resolve("increment.v"), design.verilog() + "// changed\n");
        simulator.compile(written, false);
        assertTrue(Files.getLastModifiedTime(log).compareTo(old) > 0);
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void filesThatOthersPutAmongTheProductsStay(Simulator simulator) throws IOException {
        IncrementDesign design = IncrementDesign.of(THREE);
        DesignFolder written = design.write(folder);
        simulator.compile(written, false);
        Path mine = Files.createFile(written.products(simulator.name()).resolve("mine.txt"));
        Files.writeString(written.rtl().resolve("increment.v"), design.verilog() + "// changed\n");
        RefusedException refused = assertThrows(RefusedException.class, () -> simulator.compile(written, false));
        assertEquals(mine.toString(), refused.diagnostics().get(0).where().file());
        assertTrue(Files.exists(mine));
    }

    /** No part of the path may be seen by a shell, a script or a makefile. */
    @ParameterizedTest
    @MethodSource("simulators")
    void foldersHaveAnyName(Simulator simulator) {
        IncrementDesign design = IncrementDesign.of(THREE);
        DesignFolder written = design.write(folder.resolve("a b;'\"$(touch x)`é*#%\\"));
        assertEquals(List.of(), simulator.lint(written.rtl(), written.name()));
        SimulationResult result = simulator.simulate(written, design.stimulus(2), SimulationOptions.DEFAULT);
        assertTrue(result.passed(), result.log());
    }

    @Test
    void verilatorTraces() throws IOException {
        IncrementDesign design = IncrementDesign.of(THREE);
        SimulationResult result =
                VERILATOR.simulate(design.write(folder), design.stimulus(2), SimulationOptions.DEFAULT.withTrace(true));
        assertTrue(result.passed(), result.log());
        assertTrue(Files.size(folder.resolve("sim/verilator/trace.fst")) > 0);
    }

    @ParameterizedTest
    @EnumSource(Verilator.Profile.class)
    void verilatorRunsEveryProfile(Verilator.Profile profile) {
        IncrementDesign design = IncrementDesign.of(THREE);
        SimulationResult result = new Verilator(profile)
                .simulate(design.write(folder), design.stimulus(FRAMES), SimulationOptions.DEFAULT.withStall(30, 1));
        assertTrue(result.passed(), result.log());
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void aRunThatTakesTooLongIsEnded(Simulator simulator) {
        IncrementDesign design = IncrementDesign.of(THREE);
        Simulator.CompiledDesign compiled = simulator.compile(design.write(folder), false);
        Stimulus stimulus = design.stimulus(20_000);
        SimulationOptions hasty = SimulationOptions.DEFAULT.withTimeout(Duration.ofMillis(1));
        ToolFailedException failure = assertThrows(ToolFailedException.class, () -> compiled.run(stimulus, hasty));
        assertTrue(failure.getMessage().contains("did not end"), failure.getMessage());
    }
}
