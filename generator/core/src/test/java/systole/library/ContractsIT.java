package systole.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.library.Proof.Kind;
import systole.rtl.LibraryModules;

/**
 * The contracts that stand in the library under {@code ifdef FORMAL} are proved, from the start and by induction, and
 * each proof fails for a module that breaks its contract.
 */
class ContractsIT {
    private record Broken(String set, String find, String replacement) {
        @Override
        public String toString() {
            return set + ": " + replacement;
        }
    }

    /** One for each contract. */
    private static final List<Broken> BROKEN = List.of(
            new Broken("argmax BITS=2 COUNT=2 OUT_BITS=1", "in_ready = !out_valid || out_ready", "in_ready = 1'b1"),
            new Broken("clamp LANES=2 BITS=3 SIGNED=0 LOW=2 HIGH=5", "above ? MOST", "above ? SIGN"),
            new Broken("concat WIDTH=2", "in_ready[i] = here && out_ready", "in_ready[i] = out_ready"),
            new Broken(
                    "constant WIDTH=2 DEPTH=3 AW=2 FILE=\"any.mem\"", "if (in_valid && free) addr", "if (free) addr"),
            new Broken("counter COUNT=5", "BEFORE_LAST = COUNT - 2", "BEFORE_LAST = COUNT - 3"),
            new Broken("credit PASSES=3", "(count != BUT_ONE", "(count != 1 + BUT_ONE"),
            new Broken("curve REST_BITS=2 FILE=\"any.mem\" REST_FILE=\"any.mem\"", "- whole - rest", "- whole + rest"),
            new Broken("extremum BITS=2", "b_ready = a_valid && room", "b_ready = room"),
            new Broken("extremum BITS=2", "if (free) out_data[", "if (a_valid) out_data["),
            new Broken("feed WIDTH=2 BEATS=3", "else if (take) mid_pass <= !last", "else if (take) mid_pass <= 1'b0"),
            new Broken("feed WIDTH=2 BEATS=3", "in_ready   = mid_pass || pass_ready", "in_ready   = 1'b1"),
            new Broken("fifo WIDTH=2 DEPTH=3", "some && (!out_valid || out_ready)", "some"),
            new Broken("fifo WIDTH=2 DEPTH=3", "in_valid && room;", "in_valid;"),
            new Broken("fifo WIDTH=2 DEPTH=3", ".rd_next(rd_next)", ".rd_next(rd_addr)"),
            new Broken("flags WIDTH=1 BEATS=1 DEPTH=2", "allowed = !first || (&room)", "allowed = 1'b1"),
            new Broken("fork WIDTH=2", "& ~taken;", ";"),
            new Broken("gates LANES=2", "{1'b0, !place[0]}", "{1'b0, place[0]}"),
            new Broken("guard WIDTH=3 BEATS=3 SLICE=2", "(!filling && out_ready)", "out_ready"),
            new Broken(
                    "lookup IN_BITS=2 OUT_BITS=2 FILE=\"table.mem\"", "if (free) entry <=", "if (in_valid) entry <="),
            new Broken("history WIDTH=2 PAST=2 BEATS=2", "in_ready   = recent &&", "in_ready   ="),
            new Broken("history WIDTH=2 PAST=1 BEATS=2", "flag_data || !primed", "flag_data"),
            new Broken(
                    "history WIDTH=1 PAST=2 BEATS=1 VARIED=1 FILE=\"any.mem\"", "step ? index + 1'b1 : index", "index"),
            new Broken("level WIDTH=4 FIRST=11", "{{WIDTH{down}}, up}", "{{WIDTH{down}}, 1'b0}"),
            new Broken("line", "x > X_HIGH", "x >= X_HIGH"),
            new Broken("narrow WIDTH=2 RATIO=5", "if (free) data <= last", "data <= last"),
            new Broken("pack WIDTH=2 RATIO=3 BEATS=4", ".out_ready(out_ready)", ".out_ready(1'b1)"),
            new Broken("pack WIDTH=2 RATIO=3 BEATS=4", "data <= {BITS{1'b0}}", "data <= {BITS{1'b1}}"),
            new Broken("past WIDTH=2 DEPTH=2 AW=1", "if (free) passed", "if (offers) passed"),
            new Broken("pad WIDTH=2 IN_H=2 IN_W=2", "in_ready  = in_frame && out_ready", "in_ready  = out_ready"),
            new Broken("ram WIDTH=2 DEPTH=4 AW=2", "mem[wr_addr] <=", "mem[wr_addr ^ 1'b1] <="),
            new Broken("repeat WIDTH=2 BEATS=3 DEPTH=5", ".out_ready(out_ready)", ".out_ready(1'b1)"),
            new Broken("repeat WIDTH=2 BEATS=3 DEPTH=5", "in_valid && room;", "in_valid;"),
            new Broken(
                    "requant IN_BITS=4 BIAS_BITS=3 TOTAL_BITS=4 MULT_BITS=2 ADD_BITS=4 VALUE_BITS=8 CHANNELS=2 FILE=\"any.mem\" SHIFT=2",
                    "{(TOTAL_BITS-1){!biased[SUM-1]}}",
                    "{(TOTAL_BITS-1){biased[SUM-1]}}"),
            new Broken(
                    "permute WIDTH=1 WORDS=2 FIRST=1 LOOPS=1 SIZES=32'd2 STEPS=32'hffffffff",
                    "in_ready = !full[wr_half]",
                    "in_ready = 1'b1"),
            new Broken(
                    "permute WIDTH=1 WORDS=4 LOOPS=2 SIZES=64'h200000002 STEPS=64'hffffffff00000002",
                    "STEPS[32*i +: AW] :",
                    "STEPS[AW-1:0] :"),
            new Broken("select BITS=2", "in_ready  = out_ready || !kept", "in_ready  = 1'b1"),
            new Broken("span SIZE=8 FIRST=1 COUNT=2 STEP=3", "begun && !ended", "begun"),
            new Broken("round IN_BITS=3 SHIFT=1 ADD_POS=1 ADD_NEG=2", "&& (b != {IN_BITS{1'b0}})", ""),
            new Broken(
                    "scale NARROW=3 PORT=4 TOTAL_BITS=5 MULT_BITS=4 ADD_BITS=4 VALUE_BITS=11 DEEP=1",
                    "high_sum, low_sum[T",
                    "high_sum, low[T"),
            new Broken("skid WIDTH=2", "(empty && !in_valid)", "empty"),
            new Broken("skid WIDTH=5 SLICE=2", "if (empty) data <=", "data <="),
            new Broken("slice WIDTH=2 DEPTH=2 AW=1", ".rd_en(free)", ".rd_en(1'b1)"),
            new Broken("softmax IN_BITS=1 COUNT=1 FILE=\"any.mem\"", "cross_1 + 31'd8192", "cross_1"),
            new Broken("store WIDTH=5 DEPTH=3 AW=2 SLICE=2", ".readable(readable)", ".readable(readable && s == 0)"),
            new Broken("stride FULL=1 REST=1 STEP=2", "one ? SIZE_REST", "none ? SIZE_REST"),
            new Broken("term FACTOR=32'hfffe7e33 SHIFT=2", "- {32'd0, product[31]}", ""),
            new Broken("trim WIDTH=2 KEEP=3 DROP=2", "dropping || g_slice[0].free", "1'b1"),
            new Broken("trim WIDTH=2 KEEP=3 DROP=2", "LAST_KEPT = KEEP[CW-1:0] - 1'b1", "LAST_KEPT = KEEP[CW-1:0]"),
            new Broken(
                    "turns ROWS=1 X_BITS=1 H_BITS=1 BITS=1 X_BEATS=1 H_BEATS=1 STEPS=1",
                    "!(starting && leaves) || pass_ready",
                    "1'b1"),
            new Broken(
                    "turns ROWS=1 X_BITS=1 H_BITS=1 BITS=1 X_BEATS=2 H_BEATS=1 STEPS=2 STATEFUL=1",
                    "settles ? (STATEFUL == 0) || !primed",
                    "settles ? (STATEFUL == 0)"),
            new Broken("widen WIDTH=2 RATIO=2", "take = part_valid && free", "take = part_valid"),
            new Broken("widen WIDTH=2 RATIO=2", "{part_data[s +: BITS], data[", "{data[BITS-1:0], data["),
            new Broken(
                    "window WIDTH=1 IN_H=2 IN_W=2 OUT_H=2 OUT_W=1 KERNEL_H=1 KERNEL_W=2 DEPTH=4",
                    "KROW_1   = (ORIGIN + STEP_KROW)",
                    "KROW_1   = (ORIGIN + STEP_KCOL)"),
            new Broken(
                    "window WIDTH=1 IN_H=2 IN_W=2 OUT_H=2 OUT_W=1 KERNEL_H=1 KERNEL_W=2 DEPTH=4",
                    "issue) mid_pass <= !pass_done",
                    "issue) mid_pass <= 1'b0"));

    /** Several modules in {@code testbench/formal}, and a breach of one. */
    private record Arrangement(String module, int cycles, Broken broken) {
        @Override
        public String toString() {
            return module;
        }
    }

    private static final List<Arrangement> ARRANGEMENTS = List.of(
            new Arrangement("credited", 14, new Broken("credit", "(count != BUT_ONE[CW-1:0])", "1'b1")),
            new Arrangement("repeated", 10, new Broken("repeat", "= read && end_time", "= read && first")),
            new Arrangement("windowed", 11, new Broken("window", "EMPTY = -DEPTH;", "EMPTY = -DEPTH - 1;")));

    @TempDir
    private Path folder;

    private Proof proof;

    @BeforeEach
    void writeTheLibrary() throws IOException {
        proof = Proof.in(folder);
    }

    static List<Contract> sets() {
        return Contract.ALL;
    }

    @ParameterizedTest
    @MethodSource("sets")
    void isKept(Contract contract) {
        assertEquals(List.of(), contract.problems(proof, Kind.values()));
    }

    static List<Broken> broken() {
        return BROKEN;
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBreachIsFound(Broken broken) throws IOException {
        breach(broken);
        assertFalse(new Contract(broken.set()).problems(proof, Kind.BOUNDED).isEmpty());
    }

    private void breach(Broken broken) throws IOException {
        Path file = folder.resolve(new Contract(broken.set()).module() + ".v");
        String text = Files.readString(file);
        assertTrue(text.contains(broken.find()), "'" + broken.find() + "' is there");
        Files.writeString(file, text.replace(broken.find(), broken.replacement()));
    }

    static List<Arrangement> arrangements() {
        return ARRANGEMENTS;
    }

    /** No induction here, for the modules do not tell how much they hold. */
    @ParameterizedTest
    @MethodSource("arrangements")
    void modulesTogetherKeepWhatTheyShould(Arrangement arrangement) throws IOException {
        int cycles = arrangement.cycles();
        assertEquals(List.of(), proof.problems(arrangement.module(), cycles, Map.of(), Kind.BOUNDED));
        breach(arrangement.broken());
        assertFalse(proof.problems(arrangement.module(), cycles, Map.of(), Kind.BOUNDED)
                .isEmpty());
    }

    @Test
    void everyContractIsProvedInTwoSizesAndBrokenOnce() {
        Set<String> modules = new TreeSet<>();
        for (String module : Library.modules()) {
            if (LibraryModules.text(module).contains("`ifdef FORMAL")) {
                modules.add(module);
            }
        }
        Map<String, Long> sets =
                Contract.ALL.stream().collect(Collectors.groupingBy(Contract::module, Collectors.counting()));
        assertEquals(modules, sets.keySet());
        sets.forEach((module, count) -> assertFalse(count < 2, module));
        assertEquals(
                modules,
                BROKEN.stream().map(b -> new Contract(b.set()).module()).collect(Collectors.toSet()));
    }
}
