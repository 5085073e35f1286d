package systole.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    private static final int CYCLES = 8;

    /** Small, for the solver; what is not said has its default. */
    private static final List<String> SETS = List.of(
            "argmax BITS=2 COUNT=3 OUT_BITS=2",
            "argmax BITS=2 SIGNED=0 COUNT=1 OUT_BITS=1",
            "clamp LANES=2 BITS=3 SIGNED=0 LOW=2 HIGH=5",
            "clamp LANES=1 BITS=8",
            "concat WIDTH=2",
            "concat WIDTH=3 INPUTS=3 SLICE=2",
            "counter COUNT=2",
            "counter COUNT=5",
            "credit PASSES=1",
            "credit PASSES=3 BEATS=2",
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
            "guard WIDTH=2 BEATS=1",
            "guard WIDTH=3 BEATS=3 SLICE=2",
            "lookup IN_BITS=2 OUT_BITS=2 FILE=\"table.mem\"",
            "lookup LANES=2 IN_BITS=1 OUT_BITS=3 FILE=\"table.mem\"",
            "narrow WIDTH=2 RATIO=2",
            "narrow WIDTH=3 RATIO=3 SLICE=6",
            "narrow WIDTH=2 RATIO=5",
            "pack WIDTH=2 RATIO=1 BEATS=3",
            "pack WIDTH=3 RATIO=3 BEATS=4 SLICE=6",
            "pad WIDTH=3 IN_H=2 IN_W=2 SLICE=2",
            "pad WIDTH=1 BEATS=2 IN_H=1 IN_W=3 TOP=0 LEFT=0",
            "ram WIDTH=2 DEPTH=4 AW=2",
            "ram WIDTH=2 DEPTH=3 AW=2 BLOCK=1",
            "ram WIDTH=2 DEPTH=3 AW=2 BLOCK=2",
            "repeat WIDTH=2 BEATS=1 DEPTH=3",
            "repeat WIDTH=2 BEATS=3 TIMES=3 DEPTH=7",
            "reverse WIDTH=1 BEATS=1 POSITIONS=2",
            "reverse WIDTH=1 BEATS=2 POSITIONS=3",
            "slice WIDTH=2 DEPTH=2 AW=1",
            "slice WIDTH=3 DEPTH=3 AW=2 FIRST=1 BLOCK=1",
            "store WIDTH=2 DEPTH=2 AW=1",
            "store WIDTH=5 DEPTH=3 AW=2 FIRST=1 BLOCK=1 SLICE=2",
            "trim WIDTH=2 KEEP=1 DROP=1",
            "trim WIDTH=3 KEEP=3 DROP=2 SLICE=2",
            "turns ROWS=1 X_BITS=1 H_BITS=1 BITS=1 X_BEATS=2 H_BEATS=1 STEPS=2 STATEFUL=1",
            "turns ROWS=2 X_BITS=1 X_SIGNED=0 H_BITS=2 BITS=2 X_BEATS=1 H_BEATS=2 PASSES=1 STEPS=1 SEQUENCE=1",
            "widen WIDTH=3 RATIO=2 SLICE=4",
            "widen WIDTH=2 RATIO=5",
            "window WIDTH=2 IN_H=2 IN_W=3 OUT_H=1 OUT_W=2 KERNEL_H=2 KERNEL_W=2 DEPTH=6",
            "window WIDTH=1 BEATS=2 IN_H=2 IN_W=2 OUT_H=2 OUT_W=2 KERNEL_H=1 KERNEL_W=2 PAD_LEFT=1 REPEAT=2 DEPTH=3");

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
            new Broken("counter COUNT=5", "BEFORE_LAST = COUNT - 2", "BEFORE_LAST = COUNT - 3"),
            new Broken("credit PASSES=3", "(count != BUT_ONE", "(count != 1 + BUT_ONE"),
            new Broken("extremum BITS=2", "b_ready = a_valid && room", "b_ready = room"),
            new Broken("extremum BITS=2", "if (free) out_data[", "if (a_valid) out_data["),
            new Broken("feed WIDTH=2 BEATS=3", "else if (take) mid_pass <= !last", "else if (take) mid_pass <= 1'b0"),
            new Broken("feed WIDTH=2 BEATS=3", "in_ready   = mid_pass || pass_ready", "in_ready   = 1'b1"),
            new Broken("fifo WIDTH=2 DEPTH=3", "!empty && (!out_valid || out_ready)", "!empty"),
            new Broken("fifo WIDTH=2 DEPTH=3", "in_valid && !full;", "in_valid;"),
            new Broken("fifo WIDTH=2 DEPTH=3", ".rd_next(rd_next)", ".rd_next(rd_addr)"),
            new Broken("flags WIDTH=1 BEATS=1 DEPTH=2", "allowed = !first || (&room)", "allowed = 1'b1"),
            new Broken("fork WIDTH=2", "& ~taken;", ";"),
            new Broken("guard WIDTH=3 BEATS=3 SLICE=2", "(!filling && out_ready)", "out_ready"),
            new Broken(
                    "lookup IN_BITS=2 OUT_BITS=2 FILE=\"table.mem\"", "if (free) entry <=", "if (in_valid) entry <="),
            new Broken("narrow WIDTH=2 RATIO=5", "if (free) data <= last", "data <= last"),
            new Broken("pack WIDTH=2 RATIO=3 BEATS=4", ".out_ready(out_ready)", ".out_ready(1'b1)"),
            new Broken("pack WIDTH=2 RATIO=3 BEATS=4", "data <= {BITS{1'b0}}", "data <= {BITS{1'b1}}"),
            new Broken("pad WIDTH=2 IN_H=2 IN_W=2", "in_ready  = in_frame && out_ready", "in_ready  = out_ready"),
            new Broken("ram WIDTH=2 DEPTH=4 AW=2", "mem[wr_addr] <=", "mem[wr_addr ^ 1'b1] <="),
            new Broken("repeat WIDTH=2 BEATS=3 DEPTH=5", ".out_ready(out_ready)", ".out_ready(1'b1)"),
            new Broken("repeat WIDTH=2 BEATS=3 DEPTH=5", "in_valid && !full;", "in_valid;"),
            new Broken("reverse WIDTH=1 BEATS=1 POSITIONS=2", "in_ready = !full[wr_half]", "in_ready = 1'b1"),
            new Broken("slice WIDTH=2 DEPTH=2 AW=1", ".rd_en(free)", ".rd_en(1'b1)"),
            new Broken("store WIDTH=5 DEPTH=3 AW=2 SLICE=2", ".readable(readable)", ".readable(readable && s == 0)"),
            new Broken("trim WIDTH=2 KEEP=3 DROP=2", "dropping || g_slice[0].free", "1'b1"),
            new Broken("trim WIDTH=2 KEEP=3 DROP=2", "LAST_KEPT = KEEP[CW-1:0] - 1'b1", "LAST_KEPT = KEEP[CW-1:0]"),
            new Broken(
                    "turns ROWS=1 X_BITS=1 H_BITS=1 BITS=1 X_BEATS=1 H_BEATS=1 STEPS=1",
                    "granted = !(starting && leaves) || pass_ready",
                    "granted = 1'b1"),
            new Broken(
                    "turns ROWS=1 X_BITS=1 H_BITS=1 BITS=1 X_BEATS=2 H_BEATS=1 STEPS=2 STATEFUL=1",
                    "settles ? (STATEFUL == 0) || !primed",
                    "settles ? (STATEFUL == 0)"),
            new Broken("widen WIDTH=2 RATIO=2", "take = in_valid && free", "take = in_valid"),
            new Broken("widen WIDTH=2 RATIO=2", "{in_data[s +: BITS], data[", "{data[BITS-1:0], data["),
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
            new Arrangement(
                    "windowed",
                    11,
                    new Broken("window", "(kept < $signed(DEPTH[NW-1:0]))", "(kept <= $signed(DEPTH[NW-1:0]))")));

    @TempDir
    private Path folder;

    private Proof proof;

    @BeforeEach
    void writeTheLibrary() throws IOException {
        proof = Proof.in(folder);
        Files.writeString(folder.resolve("table.mem"), "2\n0\n3\n1\n");
    }

    private static String module(String set) {
        return "systole_" + set.split(" ")[0];
    }

    private List<String> problems(String set, Kind... kinds) {
        Map<String, String> parameters = Arrays.stream(set.split(" "))
                .skip(1)
                .map(p -> p.split("="))
                .collect(Collectors.toMap(p -> p[0], p -> p[1]));
        return proof.problems(module(set), CYCLES, parameters, kinds);
    }

    static List<String> sets() {
        return SETS;
    }

    @ParameterizedTest
    @MethodSource("sets")
    void isKept(String set) {
        assertEquals(List.of(), problems(set, Kind.values()));
    }

    static List<Broken> broken() {
        return BROKEN;
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBreachIsFound(Broken broken) throws IOException {
        breach(broken);
        assertFalse(problems(broken.set(), Kind.BOUNDED).isEmpty());
    }

    private void breach(Broken broken) throws IOException {
        Path file = folder.resolve(module(broken.set()) + ".v");
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
                SETS.stream().collect(Collectors.groupingBy(ContractsIT::module, Collectors.counting()));
        assertEquals(modules, sets.keySet());
        sets.forEach((module, count) -> assertFalse(count < 2, module));
        assertEquals(modules, BROKEN.stream().map(b -> module(b.set())).collect(Collectors.toSet()));
    }
}
