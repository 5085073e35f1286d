package systole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static systole.frontend.dsl.TypeSpec.int8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.frontend.dsl.NetworkBuilder;
import systole.layer.conv2d.Conv2d;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ShiftRounding;
import systole.style.streaming.fold.Choice;
import systole.style.streaming.fold.FoldingStrategy;
import systole.style.streaming.fold.FoldingTask;

/** A choice of foldings that is kept and taken again, but only if nothing has changed. */
class KeptChoiceTest {
    /** The fastest foldings, with a count of the searches for them. The name tells the wish. */
    private record Counted(String name, List<String> searches) implements FoldingStrategy {
        @Override
        public Choice choose(FoldingTask task) {
            searches.add(name);
            return DesignOptions.on("arty-a7-35t").strategy().choose(task);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    private Path folder;

    private final Systole systole = Systole.standard();
    private final List<String> searches = new ArrayList<>();

    private static Network network(int seed) {
        NetworkBuilder net = NetworkBuilder.network("tiny");
        return net.output(net.input("x", int8(6, 6, 4))
                .then(
                        "y",
                        Conv2d.conv2d()
                                .weights(new IntTensor(
                                        List.of(8, 3, 3, 4),
                                        new Random(seed).ints(288, -127, 128).toArray()))
                                .requant(new Pow2(ShiftRounding.HALF_UP, List.of(7)))
                                .output(new Quantized(IntType.INT8))));
    }

    private DesignOptions options(String name) {
        return DesignOptions.on("arty-a7-35t").withStrategy(new Counted(name, searches));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @BeforeEach
    void buildOnce() {
        systole.build(network(1), options("quick"), folder);
        assertEquals(List.of("quick"), searches);
    }

    @Test
    void nothingIsSearchedAgainAndTheFilesAreTheSame() throws IOException {
        Map<String, String> before = files();
        BuiltDesign again = systole.build(network(1), options("quick"), folder);
        assertEquals(List.of("quick"), searches);
        assertEquals(before, files());
        assertTrue(Files.readString(folder.resolve("plan.json"))
                .contains(again.design().limit()));
    }

    @Test
    void otherWeightsAreOtherHardware() throws IOException {
        Map<String, String> before = files();
        systole.build(network(2), options("quick"), folder);
        assertEquals(List.of("quick", "quick"), searches);
        assertNotEquals(before, files());
    }

    @Test
    void anotherWishOrBoardOrClockIsPlanned() {
        systole.build(network(1), options("small"), folder);
        systole.build(network(1), options("small").withClock(50), folder);
        systole.build(
                network(1),
                DesignOptions.on("pynq-z2").withClock(50).withStrategy(new Counted("small", searches)),
                folder);
        assertEquals(List.of("quick", "small", "small", "small"), searches);
    }

    /** A file that somebody removed is there again, and one whose choice cannot be read is planned again. */
    @Test
    void damageIsMended() throws IOException {
        Map<String, String> before = files();
        Files.delete(folder.resolve("rtl/tiny.v"));
        systole.build(network(1), options("quick"), folder);
        assertEquals(before, files());
        assertEquals(1, searches.size());
        for (String damaged : List.of("{", "[]", "{}")) {
            Files.writeString(folder.resolve(".systole/choice.json"), damaged);
            systole.build(network(1), options("quick"), folder);
            assertEquals(before, files());
        }
        assertEquals(4, searches.size());
    }

    /** A choice of which no engine is left is not taken. */
    @Test
    void aChoiceThatIsNoLongerPossibleIsMadeAgain() throws IOException {
        Map<String, String> before = files();
        Path kept = folder.resolve(".systole/choice.json");
        Files.writeString(kept, Files.readString(kept).replaceAll("\"pe\" : \"\\d+\"", "\"pe\" : \"77\""));
        systole.build(network(1), options("quick"), folder);
        assertEquals(2, searches.size());
        assertEquals(before, files());
    }
}
