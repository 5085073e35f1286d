package systole.frontend.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.data.Npy;
import systole.data.NpyArray;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.RefusedException;
import systole.network.BuildRequest;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Shape;
import systole.toy.Blend;
import systole.toy.ToyCatalog;

class NetReaderTest {
    private static final String HEAD = "network n\ninput image : uint8[2, 3, 4] scale 0.5 zero 7\n";

    @TempDir
    Path folder;

    private Network read(String text) {
        return new NetReader(ToyCatalog.CATALOG).read(text, "n.net", folder);
    }

    private List<Diagnostic> problems(String text) {
        return assertThrows(RefusedException.class, () -> read(text)).diagnostics();
    }

    private static Blend blend(Network network) {
        return (Blend) network.nodes().get(0).layer();
    }

    @Test
    void readsAStatement() {
        Network network = read(
                HEAD
                        + """
                # a comment
                b = blend(image, weights = [[1, -2], [3, 4]], bias = [5, 6], stride = [2, 1], padding = same,
                          requant = half_up([0.25, 1e-3]))   # another
                    -> int4 scale 0.125 zero -3
                    fold pe = 8 simd = 9
                output b
                """);
        assertEquals("n", network.name());
        assertEquals(new Quantized(IntType.UINT8, 0.5, 7), network.inputType().element());
        assertEquals(Shape.of(2, 3, 4), network.inputType().shape());
        Blend blend = blend(network);
        assertEquals(new IntTensor(List.of(2, 2), new int[] {1, -2, 3, 4}), blend.weights());
        assertEquals(Optional.of(IntTensor.vector(5, 6)), blend.bias());
        assertEquals(List.of(2, 1), blend.stride());
        assertEquals(Padding.Automatic.SAME, blend.padding());
        assertEquals(new Scaled(ScaleRounding.HALF_UP, List.of(0.25, 0.001)), blend.requant());
        assertEquals(new Quantized(new IntType(4, true), 0.125, -3), blend.output());
        assertEquals(
                Optional.of("pe = 8 simd = 9"), network.nodes().get(0).build().map(BuildRequest::text));
        assertEquals(4, network.nodes().get(0).where().line());
    }

    @Test
    void aNumberStandsForAPairAndAWordForScaleOne() {
        Blend blend =
                blend(read(HEAD + "b = blend(image, weights = 3, stride = 2, requant = single) -> int8\noutput b"));
        assertEquals(List.of(2, 2), blend.stride());
        assertEquals(IntTensor.vector(3), blend.weights());
        assertEquals(new Scaled(ScaleRounding.SINGLE, List.of(1.0)), blend.requant());
        assertEquals(new Quantized(IntType.INT8), blend.output());
    }

    @Test
    void statementsMayStandInAnyOrder() {
        Network network = read(
                "output s\ns = sum(b, image)\n" + "b = blend(image, weights = 1, requant = double) -> int8\n" + HEAD);
        assertEquals(
                List.of("b", "s"), network.nodes().stream().map(n -> n.name()).toList());
    }

    @Test
    void wordsOfTheLanguageMayBeKeysAndSettings() {
        Network network =
                read(HEAD + "b = blend(image, weights = 1, requant = double,) -> uint8 zero 3 fold simd = 2\noutput b");
        assertEquals(
                Optional.of("pe = 1 simd = 2"), network.nodes().get(0).build().map(BuildRequest::text));
        assertEquals(3, blend(network).output().zero());
    }

    @Test
    void weightFilesAreFoundBesideTheText() throws IOException {
        Npy.write(NpyArray.ofLongs(List.of(2, 1), 1, 2), folder.resolve("w.npy"));
        Path file = folder.resolve("n.net");
        Files.writeString(file, HEAD + "b = blend(image, weights = \"w.npy\", requant = double) -> int8\noutput b");
        Network network = new NetReader(ToyCatalog.CATALOG).read(file);
        assertEquals(
                new IntTensor(List.of(2, 1), new int[] {1, 2}), blend(network).weights());
    }

    /** A network from elsewhere must not read what its user did not mean to give to it. */
    @Test
    void weightFilesOutsideOfTheFolderAreRefused() throws IOException {
        Path net = Files.createDirectories(folder.resolve("net"));
        Path secret = folder.resolve("secret.npy");
        Npy.write(NpyArray.ofLongs(List.of(2, 1), 1, 2), secret);
        Files.createSymbolicLink(net.resolve("link.npy"), secret);
        Npy.write(
                NpyArray.ofLongs(List.of(2, 1), 1, 2),
                Files.createDirectories(net.resolve("below")).resolve("w.npy"));
        for (String name : List.of(secret.toString(), "../secret.npy", "link.npy", "below/../../secret.npy")) {
            Path file = net.resolve("n.net");
            Files.writeString(
                    file, HEAD + "b = blend(image, weights = \"" + name + "\", requant = double) -> int8\noutput b");
            NetReader reader = new NetReader(ToyCatalog.CATALOG);
            RefusedException refused = assertThrows(RefusedException.class, () -> reader.read(file));
            assertEquals("'" + name + "' lies outside of the folder of the network", refused.getMessage());
            assertEquals("n", new NetReader(ToyCatalog.CATALOG, true).read(file).name());
        }
        Path file = net.resolve("n.net");
        Files.writeString(
                file, HEAD + "b = blend(image, weights = \"../none.npy\", requant = double) -> int8\noutput b");
        NetReader reader = new NetReader(ToyCatalog.CATALOG);
        RefusedException refused = assertThrows(RefusedException.class, () -> reader.read(file));
        assertEquals("'../none.npy' lies outside of the folder of the network", refused.getMessage());
        Files.writeString(
                file, HEAD + "b = blend(image, weights = \"below/w.npy\", requant = double) -> int8\noutput b");
        assertEquals("n", new NetReader(ToyCatalog.CATALOG).read(file).name());
    }

    /** A suggestion for each of them would take minutes. */
    @Test
    void manyUnknownNamesAreReportedSoon() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 20_000; i++) {
            text.append("a")
                    .append(i)
                    .append(" = blend(b")
                    .append(i)
                    .append(", weights = 1, requant = double) -> int8\n");
            text.append("build c").append(i).append(" = array(pe = 1)\n");
        }
        List<Diagnostic> problems =
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> problems(text + "output a1"));
        assertEquals(40_000, problems.size());
        assertEquals(
                2,
                problems.stream()
                        .filter(d -> d.message().contains("'b7'") || d.message().contains("'c7'"))
                        .count());
    }

    @Test
    void problemsOfAllStagesComeTogether() {
        List<Diagnostic> problems = problems(
                """
                network n
                input image : uint8[2, 3, 4]
                a = blend(image, weights = [1, 2.5], stride = 0, requant = doble) ?
                b = bland(image)
                c = blend(imag, weights = 1, requant = double) -> int8
                d = blend(image, weights = 1 stride = 2)
                output c
                """);
        assertEquals(
                List.of(
                        "3:67 the character '?' has no meaning here",
                        "6:30 'stride' is not expected here",
                        "3:32 weights must be an integer, not 2.5",
                        "3:47 stride is out of range: 0",
                        "3:60 there is no requantization 'doble'",
                        "3:5 blend needs an output type",
                        "4:5 there is no kind of layer 'bland'",
                        "5:11 there is no tensor 'imag'"),
                problems.stream()
                        .map(d -> d.where().line() + ":" + d.where().column() + " " + d.message())
                        .toList());
    }

    @Test
    void followUpsOfABadValueAreNotReported() {
        assertEquals(
                1,
                problems(
                                HEAD
                                        + "b = blend(image, weights = \"no.npy\", bias = [1, 2], requant = double) -> int8\noutput b")
                        .size());
    }

    @Test
    void refusalsOfRecordsBecomeProblems() {
        List<Diagnostic> problems =
                problems(HEAD + "b = blend(image, weights = 1, groups = 13, requant = double) -> int8\noutput b");
        assertEquals("blend: 13 groups are unlucky", problems.get(0).message());
        assertEquals(3, problems.get(0).where().line());
    }

    @Test
    void filesThatAreNotTextAreRefused() throws IOException {
        Path file = folder.resolve("n.net");
        Files.write(file, new byte[] {(byte) 0xc3, 0x28});
        assertThrows(RefusedException.class, () -> new NetReader(ToyCatalog.CATALOG).read(file));
        assertThrows(RefusedException.class, () -> new NetReader(ToyCatalog.CATALOG).read(folder.resolve("no.net")));
        assertThrows(RefusedException.class, () -> new NetReader(ToyCatalog.CATALOG).read(folder));
    }

    @Test
    void deepNestingIsRefusedAndNotFollowed() {
        assertTrue(problems(HEAD + "b = blend(image, weights = " + "[".repeat(200_000))
                .get(0)
                .message()
                .startsWith("brackets are nested"));
    }

    @Test
    void bracketsThatCloseNothingDoNotHideDeepNesting() {
        assertTrue(problems("]".repeat(200_000) + "\nb = blend(" + "[".repeat(200_000)).stream()
                .anyMatch(p -> p.message().startsWith("brackets are nested")));
    }

    @Test
    void absurdNumbersAreRefused() {
        String absurd = "9".repeat(100_000);
        for (String number : List.of(absurd, "1e999999999", "-1e-999999999", absurd + ".5e" + absurd)) {
            assertThrows(
                    RefusedException.class,
                    () -> read(HEAD + "b = blend(image, weights = " + number + ", requant = double) -> int8\noutput b"),
                    () -> number.substring(0, 10));
        }
    }
}
