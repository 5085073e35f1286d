package systole.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.engine.Unit;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.clamp.Relu;
import systole.network.Network;
import systole.network.Shape;
import systole.rtl.LibraryModules;
import systole.style.streaming.TinyNetworks;
import systole.style.streaming.emit.Emitter;
import systole.style.streaming.emit.Units;

/**
 * Every module alone, with the smallest parameters and with large ones: neither tool has anything to say. All lie in one
 * folder.
 */
@Execution(ExecutionMode.SAME_THREAD)
public class LibraryLintIT {
    /** The smallest first; what is not said has its default. */
    private static final List<String> SETS = List.of(
            "argmax BITS=1 SIGNED=0 COUNT=1 OUT_BITS=1",
            "argmax BITS=16 COUNT=1000 OUT_BITS=10",
            "array COLUMNS=1 ROWS=1 X_BITS=1 X_SIGNED=0 W_BITS=1 ACC_BITS=3 WEIGHTS=1 AW=1",
            "array COLUMNS=8 ROWS=4 ELEMENTS=4 CHAINS=2 W_BITS=4 W_SIGNED=0 ACC_BITS=32 WEIGHTS=100 AW=7",
            "array COLUMNS=8 ROWS=1 CHAINS=2 SHARED=0 ELEMENTS=4",
            "array COLUMNS=6 LANES=2 CANARY=1 ROWS=8 ELEMENTS=8 CHAINS=3",
            "array COLUMNS=4 DSP=0 ROWS=5 ELEMENTS=5 W_BITS=5",
            "array COLUMNS=4 DSP=0 CHAINS=2 SHARED=0 ELEMENTS=2",
            "array COLUMNS=2 WEIGHTED=0 SHARED=0 ELEMENTS=2 W_BITS=1",
            "booth X_BITS=1 W_BITS=1",
            "booth X_BITS=9 W_BITS=9",
            "cast LANES=1 IN_BITS=1 OUT_BITS=16 SIGNED=0",
            "cast LANES=5 IN_BITS=16 OUT_BITS=1",
            "cell UNITS=1",
            "cell UNITS=1000 BLOCK=1 LOW=18'h3ec78 HIGH=18'sd5000 FORGET_SHIFT=0 INPUT_SHIFT=30",
            "clamp BITS=1 SIGNED=0 LOW=0 HIGH=1",
            "clamp LANES=3 BITS=16 LOW=-32768 HIGH=32767",
            "column X_BITS=1 X_SIGNED=0 W_BITS=1 ACC_BITS=3",
            "column ROWS=1 X_SIGNED=0 X_BITS=1 W_BITS=2 ACC_BITS=4",
            "column ROWS=9 X_SIGNED=0 X_BITS=16 W_BITS=16 ACC_BITS=48",
            "concat WIDTH=1",
            "concat WIDTH=64 INPUTS=5",
            "constant WIDTH=1 DEPTH=1 AW=1",
            "constant WIDTH=72 DEPTH=3000 AW=12 BLOCK=1",
            "copy",
            "copy WIDTH=3",
            "counter COUNT=1",
            "counter COUNT=2",
            "counter COUNT=100000",
            "credit PASSES=1",
            "credit PASSES=7 BEATS=3",
            "curve SEGMENTS=2 BITS=14 BASE_BITS=1 SLOPE_BITS=1 FRACTION=0",
            "curve FACTOR=3 BITS=9 FRACTION=10 SEGMENTS=192 BASE_BITS=26 SLOPE_BITS=12",
            "curve MIRRORED=0 BITS=2 FRACTION=3 SEGMENTS=16384 REST_BITS=4 BLOCK=1 REST_BLOCK=1",
            "delay WIDTH=1 CYCLES=0",
            "delay WIDTH=64 CYCLES=40",
            "drain COUNT=1 WIDTH=1",
            "drain COUNT=16 WIDTH=48",
            "drain COUNT=5 LANES=2",
            "extremum BITS=1 SIGNED=0 GREATEST=0",
            "extremum LANES=5 BITS=16",
            "fabric ROWS=2 X_BITS=1 X_SIGNED=0 W_BITS=1 W_SIGNED=0 ACC_BITS=4",
            "fabric ROWS=16 X_BITS=9 W_BITS=9 ACC_BITS=40",
            "feed WIDTH=1 BEATS=1",
            "feed WIDTH=64 BEATS=1000",
            "fifo WIDTH=1 DEPTH=2",
            "fifo WIDTH=64 DEPTH=1000 BLOCK=1",
            "flags WIDTH=1 BEATS=1",
            "flags WIDTH=64 BEATS=1000 COUNT=3 DEPTH=2",
            "fork WIDTH=1",
            "fork WIDTH=64 COUNT=5",
            "gates LANES=1",
            "gates LANES=2",
            "gates LANES=4",
            "guard WIDTH=1 BEATS=1",
            "guard WIDTH=64 BEATS=100000",
            "history WIDTH=1 PAST=1 BEATS=1",
            "history WIDTH=100 PAST=5000 BEATS=3 BLOCK=1 VARIED=1 FILE_BLOCK=1",
            "hop WIDTH=1 COUNT=1",
            "hop WIDTH=64 COUNT=9 CLEAR=1",
            "lane X_BITS=1 W_BITS=1 ACC_BITS=2",
            "lane X_SIGNED=0 W_SIGNED=0",
            "lane WEIGHTED=0 X_SIGNED=0 ACC_BITS=9",
            "line SHIFT=0 LOW=16'h8000",
            "line SHIFT=15 X_LOW=16'sd0 X_HIGH=16'sd0",
            "link WIDTH=1",
            "link WIDTH=48",
            "lookup IN_BITS=1 OUT_BITS=1",
            "lookup LANES=4 IN_BITS=8 OUT_BITS=16",
            "max BITS=1 SIGNED=0",
            "max LANES=8 BITS=16",
            "meet LANES=1 OUT_LANES=1 COUNT=4 DEPTH=4",
            "meet LANES=16 OUT_LANES=4 BITS=20 COUNT=32 DEPTH=40 BLOCK=1 BURST=8",
            "narrow WIDTH=1",
            "narrow WIDTH=32 RATIO=12",
            "pack WIDTH=1 RATIO=1 BEATS=1",
            "pack WIDTH=16 RATIO=13 BEATS=64",
            "packed ROWS=1 X_BITS=1 X_SIGNED=0 W_BITS=1 ACC_BITS=3",
            "packed ROWS=16 X_BITS=9 CANARY=1 ACC_BITS=31",
            "packed ROWS=9 CANARY=1 PORT=27 ACC_BITS=29",
            "pad WIDTH=1 IN_H=1 IN_W=1 TOP=0 BOTTOM=0 LEFT=0 RIGHT=0",
            "pad WIDTH=64 BEATS=6 IN_H=200 IN_W=300 TOP=0 LEFT=0 BOTTOM=9",
            "past WIDTH=1 DEPTH=2 AW=1",
            "past WIDTH=72 DEPTH=600 AW=10 BLOCK=1",
            "pipe CYCLES=0",
            "pipe WIDTH=8 CYCLES=20",
            "product A_BITS=1 A_SIGNED=0 B_BITS=1 B_SIGNED=0 B_ZERO=1",
            "permute WIDTH=1 WORDS=2 FIRST=1 LOOPS=1 SIZES=32'd2 STEPS=32'hffffffff",
            "permute WIDTH=64 WORDS=1500 LOOPS=3 SIZES=96'h30000006400000005 STEPS=96'hfffffa29fffffe1100000001 BLOCK=1",
            "product LANES=3 A_BITS=16 A_ZERO=-9 B_BITS=8 B_SIGNED=0 B_ZERO=255",
            "ram WIDTH=1 DEPTH=2 AW=1",
            "ram WIDTH=100 DEPTH=5000 AW=13 BLOCK=1",
            "ram WIDTH=72 DEPTH=4096 AW=12 BLOCK=2",
            "repeat WIDTH=1 BEATS=1 DEPTH=3",
            "repeat WIDTH=64 BEATS=1000 TIMES=9 DEPTH=1800 BLOCK=1",
            "requant IN_BITS=3 BIAS_BITS=1 TOTAL_BITS=2 MULT_BITS=1 ADD_BITS=1 VALUE_BITS=3 SHIFT=0 OUT_BITS=1 CHANNELS=1",
            "rescaled SUM_BITS=18 A_SHIFT=31",
            "rescaled LANES=3 SUM_BITS=31 A_FACTOR=1 B_FACTOR=32'sh80000001 B_SHIFT=2",
            "requant TOTAL_BITS=24 MULT_BITS=22 ADD_BITS=47 VALUE_BITS=47 SHIFT=30 SIGNED_ADD=1 CHANNELS=512 BLOCK=1",
            "requant TOTAL_BITS=30 IN_BITS=16 BIAS_BITS=20 MULT_BITS=1 ADD_BITS=20 VALUE_BITS=32 SHIFT=4 TIES_EVEN=1",
            "requant TOTAL_BITS=18 MULT_BITS=17 ADD_BITS=30 VALUE_BITS=36 SHIFT=20 HOLD=9 CHANNELS=2",
            "requant TOTAL_BITS=18 MULT_BITS=17 ADD_BITS=10 VALUE_BITS=36 SHIFT=0 OUT_BITS=16",
            "select BITS=1 LANES=1 PICKS=1 PICK=32'd0 LEVELS=1 SIZES=32'd1 FIRSTS=32'd0 COUNTS=32'd1 STEPS=32'd1",
            "select BITS=8 LANES=4 PICKS=3 PICK=96'h30000000000000001 LEVELS=2 SIZES=64'h12c00000011 FIRSTS=64'h10 COUNTS=64'h6400000001 STEPS=64'h300000001",
            "span SIZE=1 FIRST=0 COUNT=1 STEP=1",
            "span SIZE=1000 FIRST=999 COUNT=1 STEP=1",
            "rom WIDTH=1 DEPTH=1 AW=1",
            "rom WIDTH=200 DEPTH=3000 AW=12 BLOCK=1",
            "slice WIDTH=1 DEPTH=2 AW=1",
            "slice WIDTH=72 DEPTH=600 AW=10 FIRST=599 BLOCK=1",
            "softmax IN_BITS=1 IN_SIGNED=0 COUNT=1",
            "softmax COUNT=4095 BLOCK=1 TABLE_BLOCK=1",
            "stage",
            "store WIDTH=1 DEPTH=2 AW=1",
            "store WIDTH=100 DEPTH=5000 AW=13 BLOCK=1",
            "term SHIFT=31",
            "term FACTOR=32'sh80000001 SHIFT=1",
            "terms A_BITS=1 A_SIGNED=0 B_BITS=1 B_SIGNED=0 SUM_BITS=3",
            "terms B_BITS=4 SUBTRACT=1",
            "terms LANES=4 A_BITS=8 B_BITS=4 SUM_BITS=31 TABLES=1",
            "threshold COMPARISONS=0 CHANNELS=1 IN_BITS=1 THRESHOLD_BITS=2 OUT_BITS=1",
            "threshold COMPARISONS=1 CHANNELS=1 IN_BITS=1 THRESHOLD_BITS=2 OUT_BITS=1",
            "threshold COMPARISONS=8 CHANNELS=64 HOLD=9 IN_BITS=32 THRESHOLD_BITS=33 BLOCK_STAGES=3",
            "round IN_BITS=10 SHIFT=0 OUT_BITS=1",
            "round IN_BITS=16 SHIFT=32 CLAMP=1 ADD_POS=48'hfffffffffffb ZERO=18'h3fffd OUT_BITS=16",
            "scale TOTAL_BITS=2 MULT_BITS=1 ADD_BITS=1 VALUE_BITS=4",
            "scale TOTAL_BITS=25 MULT_BITS=34 ADD_BITS=47 VALUE_BITS=60",
            "scale TOTAL_BITS=40 MULT_BITS=17 ADD_BITS=47 VALUE_BITS=58 DEEP=1",
            "scale TOTAL_BITS=33 MULT_BITS=29 PORT=27 ADD_BITS=48 VALUE_BITS=63 DEEP=1",
            "stride FULL=0 REST=0",
            "stride WIDTH=24 STEP=512 FULL=511 REST=256 MORE=-3",
            "level WIDTH=1",
            "level WIDTH=13 FIRST=-4096",
            "skid WIDTH=1",
            "skid WIDTH=200",
            "trim WIDTH=1 KEEP=1 DROP=1",
            "trim WIDTH=100 KEEP=61 DROP=3",
            "turns ROWS=1 X_BITS=1 X_SIGNED=0 H_BITS=1 BITS=2 X_BEATS=1 H_BEATS=1 PASSES=1 STEPS=1",
            "turns ROWS=9 X_BITS=16 H_BITS=8 BITS=16 ZERO=-5 X_BEATS=30 STEPS=100 SEQUENCE=1 STATEFUL=1",
            "weights ROWS=1 WIDTH=1 DEPTH=1 AW=1",
            "weights ROWS=8 START=2 WIDTH=16 DEPTH=72 AW=7",
            "weights ROWS=2 START=4 WIDTH=16 DEPTH=1000 AW=10 BLOCK=1",
            "widen WIDTH=1",
            "widen WIDTH=32 RATIO=12",
            "window WIDTH=1 IN_H=1 IN_W=1 OUT_H=1 OUT_W=1 KERNEL_H=1 KERNEL_W=1 DEPTH=1",
            "window IN_H=1 IN_W=1 OUT_H=1 OUT_W=1 KERNEL_H=1 KERNEL_W=1 DEPTH=2 BEATS=13",
            "window IN_H=1 IN_W=1 OUT_H=1 OUT_W=1 PAD_TOP=1 PAD_LEFT=1 DEPTH=1",
            "window WIDTH=64 PAD_TOP=1 PAD_LEFT=1 OUT_H=8 OUT_W=8 BEATS=2 GROUPS=2 REPEAT=3 BLOCK=1",
            "window IN_H=224 IN_W=224 OUT_H=112 OUT_W=112 KERNEL_H=7 KERNEL_W=7 STRIDE_H=2 STRIDE_W=2 PAD_TOP=2"
                    + " PAD_LEFT=2 DEPTH=1500 BEATS=3 DILATE_H=2");

    @TempDir
    public static Path folder;

    private static Lint lint;

    @BeforeAll
    public static void writeTheLibrary() throws IOException {
        lint = Lint.in(folder);
    }

    public static List<String> sets() {
        return SETS;
    }

    public static Set<String> units() {
        return Units.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void libraryModule(String set) {
        List<String> words = List.of(set.split(" "));
        Map<String, String> parameters =
                words.stream().skip(1).map(p -> p.split("=")).collect(Collectors.toMap(p -> p[0], p -> p[1]));
        assertEquals(List.of(), lint.problems("systole_" + words.get(0), parameters));
    }

    @Test
    void everyLibraryModuleHasASmallAndALargeSet() {
        Map<String, Long> sets =
                SETS.stream().collect(Collectors.groupingBy(s -> s.split(" ")[0], Collectors.counting()));
        Set<String> modules = new HashSet<>();
        for (String name : Library.modules()) {
            String module = name.replace("systole_", "");
            modules.add(module);
            int least = LibraryModules.text(name).contains("parameter") ? 2 : 1;
            assertTrue(sets.getOrDefault(module, 0L) >= least, module);
        }
        assertEquals(modules, sets.keySet());
    }

    @ParameterizedTest
    @MethodSource("units")
    void unitModule(String module) throws IOException {
        Unit unit = Units.ALL.get(module);
        lint.add(Units.files(module, unit));
        assertEquals(List.of(), lint.problems(module, Map.of()));
    }

    /** Names that the top level could have taken for itself. */
    @Test
    void layersMayHaveAlmostAnyName() throws IOException {
        NetworkBuilder net = NetworkBuilder.network("top");
        Network network = net.output(net.input("in", TypeSpec.int8(4))
                .then("guard", TinyNetworks.dense(3, 4))
                .then("elements", Relu::new)
                .then("out", TinyNetworks.dense(2, 3))
                .then("m_axis", Relu::new)
                .then("frame_out", TinyNetworks.dense(2, 2))
                .then("s_axis", Relu::new));
        lint.add(new Emitter().emit(TinyNetworks.plan(network), Shape.of(2)));
        assertEquals(List.of(), lint.problems("top", Map.of()));
    }

    /** The linters see what they should: a net without a declaration, a width that does not fit. */
    @Test
    void bothToolsComplain() throws IOException {
        String broken =
                "module broken (input wire a, output wire [3:0] b);\n    assign c = a;\n    assign b = {a, a};\nendmodule\n";
        Files.writeString(folder.resolve("broken.v"), "`default_nettype none\n" + broken);
        String problems = String.join("\n", lint.problems("broken", Map.of()));
        Arrays.asList("%Error", "broken.v:3: error").forEach(p -> assertEquals(true, problems.contains(p), problems));
    }
}
