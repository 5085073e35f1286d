package systole.frontend.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static systole.frontend.dsl.TypeSpec.signed;
import static systole.frontend.dsl.TypeSpec.uint8;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.RefusedException;
import systole.frontend.text.NetReader;
import systole.network.BuildRequest;
import systole.network.IntTensor;
import systole.network.Network;
import systole.network.Padding.Automatic;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.toy.Blend;
import systole.toy.Sum;
import systole.toy.ToyCatalog;

class NetworkBuilderTest {
    private static Supplier<Blend> blend(int groups) {
        return () -> new Blend(
                IntTensor.vector(1, 2),
                Optional.empty(),
                List.of(2, 2),
                List.of(0),
                groups,
                1,
                "near",
                Automatic.SAME,
                new Scaled(ScaleRounding.DOUBLE, List.of(0.5)),
                signed(4).scale(0.25).zero(-1).element());
    }

    private static int line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber());
    }

    @Test
    void buildsWhatTheTextFormSays() {
        NetworkBuilder net = NetworkBuilder.network("twins");
        Flow image = net.input("image", uint8(4, 4, 2).scale(0.5));
        Flow stem = image.then("stem", blend(1)).fold(8, 2);
        Network built = net.output(net.join("total", Sum::new, stem, image));

        Network read = new NetReader(ToyCatalog.CATALOG)
                .read(
                        """
                        network twins
                        input image : uint8[4, 4, 2] scale 0.5
                        stem = blend(image, weights = [1, 2], stride = 2, padding = same, requant = double(0.5))
                            -> int4 scale 0.25 zero -1 fold pe = 8 simd = 2
                        total = sum(stem, image)
                        output total
                        """,
                        "twins.net",
                        Path.of("."));
        assertEquals(read, built);
        assertEquals(
                Optional.of("pe = 8 simd = 2"), built.nodes().get(0).build().map(BuildRequest::text));
    }

    @Test
    void allProblemsComeTogetherWithTheirLines() {
        NetworkBuilder net = NetworkBuilder.network("Module");
        Flow image = net.input("image", uint8(4, 4, 0));
        int unlucky = line() + 1;
        Flow a = image.then("a", blend(13));
        Flow b = a.then("b", blend(1)).fold(0, 1);
        image.fold(1, 1);
        List<Diagnostic> problems =
                assertThrows(RefusedException.class, () -> net.output(b)).diagnostics();

        assertEquals(
                List.of(
                        "a shape has one to three dimensions of at least 1, not [4, 4, 0]",
                        "13 groups are unlucky",
                        "folding factors are at least 1, not pe = 0 simd = 1",
                        "'image' is not a layer and cannot be folded",
                        "the name 'Module' is not made of a to z, 0 to 9 and _, starting with a letter"),
                problems.stream().map(Diagnostic::message).toList());
        assertEquals("NetworkBuilderTest.java", problems.get(0).where().file());
        assertEquals(unlucky - 2, problems.get(0).where().line());
        assertEquals(unlucky, problems.get(1).where().line());
        assertEquals(unlucky + 1, problems.get(2).where().line());
    }

    @Test
    void flowsOfAnotherNetworkAreRefused() {
        NetworkBuilder other = NetworkBuilder.network("other");
        Flow stray = other.input("image", uint8(4));
        NetworkBuilder net = NetworkBuilder.network("net");
        Flow image = net.input("image", uint8(4));
        Flow sum = net.join("total", Sum::new, image, stray);
        RefusedException e = assertThrows(RefusedException.class, () -> net.output(sum));
        assertEquals(
                "'image' belongs to another network", e.diagnostics().get(0).message());
    }

    @Test
    void aNetworkNeedsAnInput() {
        NetworkBuilder net = NetworkBuilder.network("net");
        RefusedException e = assertThrows(RefusedException.class, () -> net.output(new Flow(net, "x")));
        assertEquals(
                List.of("the network has no input"),
                e.diagnostics().stream().map(Diagnostic::message).toList());
    }
}
