package systole.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systole.library.Proof.Kind;

/**
 * The contract that a module of the library has under {@code ifdef FORMAL}, for some of its parameters.
 *
 * @param set the name of the module without {@code systole_}, and its parameters; what is not said has its default
 */
public record Contract(String set) {
    private static final int CYCLES = 8;

    /** Products of many bits take the solver long. */
    private static final Map<String, Integer> FEWER_CYCLES = Map.of("systole_softmax", 4);

    /** Small, for the solver. */
    static final List<Contract> ALL = Stream.of(
                    "argmax BITS=2 COUNT=3 OUT_BITS=2",
                    "argmax BITS=2 SIGNED=0 COUNT=1 OUT_BITS=1",
                    "clamp LANES=2 BITS=3 SIGNED=0 LOW=2 HIGH=5",
                    "clamp LANES=1 BITS=8",
                    "concat WIDTH=2",
                    "concat WIDTH=3 INPUTS=3 SLICE=2",
                    "constant WIDTH=2 DEPTH=2 AW=1 FILE=\"any.mem\"",
                    "constant WIDTH=3 DEPTH=3 AW=2 BLOCK=1 FILE=\"any.mem\"",
                    "counter COUNT=2",
                    "counter COUNT=5",
                    "credit PASSES=1",
                    "credit PASSES=3 BEATS=2",
                    "curve MIRROR=100 BITS=2 SEGMENTS=4 FRACTION=1 BASE_BITS=4 SLOPE_BITS=3 REST_BITS=2 FILE=\"any.mem\" REST_FILE=\"any.mem\"",
                    "curve FACTOR=3 MIRRORED=0 BITS=2 SEGMENTS=3 FRACTION=0 BASE_BITS=4 SLOPE_BITS=2 FILE=\"any.mem\"",
                    "extremum LANES=2 BITS=2",
                    "extremum BITS=1 SIGNED=0 GREATEST=0",
                    "feed WIDTH=2 BEATS=1",
                    "feed WIDTH=2 BEATS=3",
                    "fifo WIDTH=2 DEPTH=2",
                    "fifo WIDTH=2 DEPTH=3",
                    "fifo WIDTH=4 DEPTH=8 BLOCK=1",
                    "flags WIDTH=1 BEATS=1 DEPTH=2",
                    "flags WIDTH=1 BEATS=3 COUNT=2 DEPTH=2",
                    "fork WIDTH=2",
                    "fork WIDTH=1 COUNT=3",
                    "gates LANES=1",
                    "gates LANES=2",
                    "guard WIDTH=2 BEATS=1",
                    "guard WIDTH=3 BEATS=3 SLICE=2",
                    "history WIDTH=2 PAST=1 BEATS=2",
                    "history WIDTH=3 PAST=2 BEATS=2 SLICE=2 INITIAL=3'd5",
                    "history WIDTH=1 PAST=2 BEATS=1 VARIED=1 FILE=\"any.mem\"",
                    "level",
                    "level WIDTH=4 FIRST=11",
                    "line",
                    "line SHIFT=0 X_LOW=100 X_HIGH=200 ADD=0 LOW=99 HIGH=201",
                    "lookup IN_BITS=2 OUT_BITS=2 FILE=\"table.mem\"",
                    "lookup LANES=2 IN_BITS=1 OUT_BITS=3 FILE=\"table.mem\"",
                    "narrow WIDTH=2 RATIO=2",
                    "narrow WIDTH=3 RATIO=3 SLICE=6",
                    "narrow WIDTH=2 RATIO=5",
                    "pack WIDTH=2 RATIO=1 BEATS=3",
                    "pack WIDTH=3 RATIO=3 BEATS=4 SLICE=6",
                    "permute WIDTH=1 WORDS=2 FIRST=1 LOOPS=1 SIZES=32'd2 STEPS=32'hffffffff",
                    "permute WIDTH=1 WORDS=4 LOOPS=2 SIZES=64'h200000002 STEPS=64'hffffffff00000002",
                    "past WIDTH=2 DEPTH=2 AW=1",
                    "past WIDTH=3 DEPTH=3 AW=2 BLOCK=1",
                    "pad WIDTH=3 IN_H=2 IN_W=2 SLICE=2",
                    "pad WIDTH=1 BEATS=2 IN_H=1 IN_W=3 TOP=0 LEFT=0",
                    "ram WIDTH=2 DEPTH=4 AW=2",
                    "ram WIDTH=2 DEPTH=3 AW=2 BLOCK=1",
                    "ram WIDTH=2 DEPTH=3 AW=2 BLOCK=2",
                    "repeat WIDTH=2 BEATS=1 DEPTH=3",
                    "repeat WIDTH=2 BEATS=3 TIMES=3 DEPTH=7",
                    "requant IN_BITS=4 BIAS_BITS=3 TOTAL_BITS=4 MULT_BITS=2 ADD_BITS=4 VALUE_BITS=8 CHANNELS=2 FILE=\"any.mem\" SHIFT=2 SIGNED_ADD=1 OUT_BITS=3 LOW=1 HIGH=6 ZERO=2",
                    "requant IN_BITS=4 BIAS_BITS=3 TOTAL_BITS=4 MULT_BITS=2 ADD_BITS=4 VALUE_BITS=8 CHANNELS=2 FILE=\"any.mem\" SHIFT=2 TIES_EVEN=1 OUT_BITS=4 LOW=0 HIGH=9 ZERO=3 HOLD=2",
                    "select BITS=1 LANES=3 PICKS=2 PICK=64'h2 LEVELS=1 SIZES=32'd3 FIRSTS=32'd1 COUNTS=32'd2 STEPS=32'd1",
                    "select BITS=2",
                    "span SIZE=2 FIRST=0 COUNT=1 STEP=1",
                    "span SIZE=8 FIRST=1 COUNT=2 STEP=3",
                    "round IN_BITS=4 SHIFT=3 ADD_POS=8 ADD_NEG=9 OUT_BITS=6",
                    "round IN_BITS=3 SHIFT=1 ADD_POS=2 ADD_NEG=3 CLAMP=1 ZERO=3 LOW=1 HIGH=6 OUT_BITS=4",
                    "scale NARROW=3 PORT=4 TOTAL_BITS=3 MULT_BITS=1 ADD_BITS=4 VALUE_BITS=11",
                    "scale NARROW=3 PORT=4 TOTAL_BITS=3 MULT_BITS=2 ADD_BITS=4 VALUE_BITS=11",
                    "scale NARROW=3 PORT=4 TOTAL_BITS=5 MULT_BITS=2 ADD_BITS=4 VALUE_BITS=11",
                    "scale NARROW=3 PORT=4 TOTAL_BITS=3 MULT_BITS=4 ADD_BITS=4 VALUE_BITS=11",
                    "scale NARROW=3 PORT=4 TOTAL_BITS=5 MULT_BITS=2 ADD_BITS=4 VALUE_BITS=11 DEEP=1",
                    "scale NARROW=3 PORT=4 TOTAL_BITS=3 MULT_BITS=4 ADD_BITS=4 VALUE_BITS=11 DEEP=1",
                    "scale NARROW=3 PORT=4 TOTAL_BITS=5 MULT_BITS=4 ADD_BITS=4 VALUE_BITS=11 DEEP=1",
                    "scale NARROW=3 PORT=4 TOTAL_BITS=5 MULT_BITS=5 ADD_BITS=4 VALUE_BITS=11 DEEP=1",
                    "skid WIDTH=2",
                    "skid WIDTH=5 SLICE=2",
                    "slice WIDTH=2 DEPTH=2 AW=1",
                    "slice WIDTH=3 DEPTH=3 AW=2 FIRST=1 BLOCK=1",
                    "softmax IN_BITS=2 COUNT=1 FILE=\"any.mem\"",
                    "softmax IN_BITS=1 IN_SIGNED=0 COUNT=2 FILE=\"any.mem\"",
                    "store WIDTH=2 DEPTH=2 AW=1",
                    "store WIDTH=5 DEPTH=3 AW=2 FIRST=1 BLOCK=1 SLICE=2",
                    "stride STEP=3 FULL=2 REST=2 MORE=1",
                    "stride FULL=0 REST=1",
                    "term FACTOR=3 SHIFT=0",
                    "term FACTOR=32'hfffe7e33 SHIFT=2",
                    "trim WIDTH=2 KEEP=1 DROP=1",
                    "trim WIDTH=3 KEEP=3 DROP=2 SLICE=2",
                    "turns ROWS=1 X_BITS=1 H_BITS=1 BITS=1 X_BEATS=2 H_BEATS=1 STEPS=2 STATEFUL=1",
                    "turns ROWS=2 X_BITS=1 X_SIGNED=0 H_BITS=2 BITS=2 X_BEATS=1 H_BEATS=2 PASSES=1 STEPS=1 SEQUENCE=1",
                    "widen WIDTH=3 RATIO=2 SLICE=4",
                    "widen WIDTH=2 RATIO=5",
                    "window WIDTH=1 IN_H=3 IN_W=1 OUT_H=2 OUT_W=1 KERNEL_H=2 KERNEL_W=1 DEPTH=3",
                    "window WIDTH=1 IN_H=1 IN_W=1 OUT_H=1 OUT_W=1 KERNEL_H=1 KERNEL_W=1 DEPTH=2",
                    "window WIDTH=1 BEATS=2 GROUPS=2 IN_H=1 IN_W=1 OUT_H=1 OUT_W=1 KERNEL_H=1 KERNEL_W=1 DEPTH=2",
                    "window WIDTH=2 IN_H=2 IN_W=3 OUT_H=1 OUT_W=2 KERNEL_H=2 KERNEL_W=2 DEPTH=6",
                    "window WIDTH=1 BEATS=2 IN_H=2 IN_W=2 OUT_H=2 OUT_W=2 KERNEL_H=1 KERNEL_W=2 PAD_LEFT=1 REPEAT=2 DEPTH=3",
                    "window WIDTH=1 IN_H=2 IN_W=2 OUT_H=2 OUT_W=2 KERNEL_H=2 KERNEL_W=1 DILATE_H=2 PAD_TOP=2 DEPTH=4",
                    "window WIDTH=1 IN_H=3 IN_W=2 OUT_H=2 OUT_W=2 KERNEL_H=2 KERNEL_W=1 STRIDE_H=2 PAD_TOP=1 DEPTH=4")
            .map(Contract::new)
            .toList();

    /** The names of the modules that have one. */
    public static final Set<String> MODULES =
            ALL.stream().map(Contract::module).collect(Collectors.toUnmodifiableSet());

    /** The name of the module. */
    String module() {
        return "systole_" + set.split(" ")[0];
    }

    /** What the proofs find broken; empty if all succeed. */
    List<String> problems(Proof proof, Kind... kinds) {
        Map<String, String> parameters = Arrays.stream(set.split(" "))
                .skip(1)
                .map(p -> p.split("="))
                .collect(Collectors.toMap(p -> p[0], p -> p[1]));
        return proof.problems(module(), FEWER_CYCLES.getOrDefault(module(), CYCLES), parameters, kinds);
    }

    /**
     * Whether a text in place of a module's own breaks the module's contract. Modules without one are never found.
     *
     * @param folder a folder that is not there yet, for the library
     */
    public static boolean isBroken(String module, String text, Path folder) {
        try {
            Proof proof = Proof.in(Files.createDirectories(folder));
            Files.writeString(folder.resolve(module + ".v"), text);
            return ALL.stream()
                    .filter(contract -> contract.module().equals(module))
                    .anyMatch(
                            contract -> !contract.problems(proof, Kind.values()).isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
