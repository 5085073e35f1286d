package systole.style.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.engine.Engine;
import systole.engine.Fold;
import systole.engine.array.DspMultiplier;
import systole.engine.array.LutMultiplier;
import systole.engine.array.Multiplier;
import systole.engine.array.PackedMultiplier;
import systole.engine.mac.MacEngine;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.network.BuildRequest;
import systole.network.Network;
import systole.op.OpGraph;
import systole.target.chip.ChipFamilies;

class FoldEnginesTest {
    private static final SourceRef COMMAND_LINE = new SourceRef("--fold", 1, 1);

    private static Network network(int pe, int simd) {
        NetworkBuilder net = NetworkBuilder.network("net");
        return net.output(net.input("image", TypeSpec.int8(4))
                .then("hidden", TinyNetworks.dense(6, 4))
                .fold(pe, simd)
                .then("logits", TinyNetworks.dense(2, 6)));
    }

    private static List<List<Engine>> choices(Network network, Map<String, BuildRequest> requests) {
        return folds(network, requests).choices();
    }

    private static FoldEngines folds(Network network, Map<String, BuildRequest> requests) {
        ClaimOps.Claimed claimed = new ClaimOps(EngineCatalog.CATALOG, ChipFamilies.usual())
                .run(OpGraph.of(network, StandardCatalog.CATALOG));
        return FoldEngines.of(network, claimed, requests);
    }

    private static Fold fold(Engine engine) {
        return ((MacEngine) engine).fold();
    }

    private static List<String> refusal(Network network, Map<String, BuildRequest> requests) {
        return assertThrows(RefusedException.class, () -> choices(network, requests)).diagnostics().stream()
                .map(d -> d.message() + ": " + d.hint())
                .toList();
    }

    @Test
    void anEngineThatNobodyFoldedHasAllItsChoices() {
        List<List<Engine>> choices = choices(network(2, 4), Map.of());
        assertEquals(
                List.of(new Fold(2, 4)),
                choices.get(0).stream().map(FoldEnginesTest::fold).distinct().toList());
        assertEquals(
                List.of(
                        new Fold(1, 1),
                        new Fold(1, 2),
                        new Fold(1, 3),
                        new Fold(1, 6),
                        new Fold(2, 1),
                        new Fold(2, 2),
                        new Fold(2, 3),
                        new Fold(2, 6)),
                choices.get(1).stream().map(FoldEnginesTest::fold).distinct().toList());
    }

    /** A pass of one beat could not drain two lanes: it is two beats here. */
    @Test
    void aFoldingMayMultiplyInSeveralWays() {
        List<Multiplier> multipliers = choices(network(2, 2), Map.of()).get(0).stream()
                .map(e -> ((MacEngine) e).multiplier())
                .distinct()
                .toList();
        assertEquals(List.of(new DspMultiplier(), new PackedMultiplier(), new LutMultiplier()), multipliers);
    }

    @Test
    void aRequestWinsOverTheNetwork() {
        Map<String, BuildRequest> requests = Map.of("hidden", BuildRequest.fold(6, 1, COMMAND_LINE));
        List<Engine> hidden = choices(network(2, 4), requests).get(0);
        assertEquals(
                List.of(new Fold(6, 1)),
                hidden.stream().map(FoldEnginesTest::fold).distinct().toList());
    }

    @Test
    void anImpossibleFoldingTellsThePossibleOnes() {
        assertEquals(
                List.of("hidden cannot be folded as pe = 4 simd = 3: possible are pe = 1 simd = 1, pe = 1 simd = 2,"
                        + " pe = 1 simd = 4, pe = 2 simd = 1, pe = 2 simd = 2, pe = 2 simd = 4, pe = 3 simd = 1,"
                        + " pe = 3 simd = 2, pe = 3 simd = 4, pe = 6 simd = 1, pe = 6 simd = 2, pe = 6 simd = 4, and others that pad"
                        + " the channels and save cycles by it"),
                refusal(network(4, 3), Map.of()));
    }

    /** Four of six channels are two passes as three are, but two pairs. */
    @Test
    void aRequestMayPad() {
        Map<String, BuildRequest> requests = Map.of("hidden", BuildRequest.fold(4, 2, COMMAND_LINE));
        assertEquals(
                List.of(new DspMultiplier(), new PackedMultiplier(), new LutMultiplier()),
                choices(network(2, 4), requests).get(0).stream()
                        .map(e -> ((MacEngine) e).multiplier())
                        .distinct()
                        .toList());
    }

    /** None where a folding was asked for, and none that pads much. */
    @Test
    void whatPadsIsMadeForTheCyclesThatMatter() {
        NetworkBuilder net = NetworkBuilder.network("net");
        Network network = net.output(net.input("image", TypeSpec.int8(4))
                .then("hidden", TinyNetworks.dense(64, 4))
                .fold(1, 1)
                .then("logits", TinyNetworks.dense(64, 64)));
        List<List<Engine>> padded = folds(network, Map.of()).padded().within(100, 200);
        assertEquals(List.of(), padded.get(0));
        List<Fold> folds =
                padded.get(1).stream().map(FoldEnginesTest::fold).distinct().toList();
        assertTrue(folds.contains(new Fold(6, 6)), folds::toString);
        assertTrue(folds.contains(new Fold(22, 1)), folds::toString);
        for (Engine engine : padded.get(1)) {
            assertTrue(engine.isPadded() && engine.cycles() >= 100 && engine.cycles() <= 200, engine.folding()::brief);
            assertTrue(64 * 64 >= 0.9 * engine.multipliers() * engine.cycles(), engine.folding()::brief);
        }
    }

    @Test
    void anUnknownLayerGetsAdvice() {
        BuildRequest request = BuildRequest.fold(1, 1, COMMAND_LINE);
        assertEquals(
                List.of("there is nothing to fold in 'hiden': did you mean 'hidden'?"),
                refusal(network(1, 1), Map.of("hiden", request)));
        assertEquals(
                List.of("there is nothing to fold in 'zebra': layers with a folding are hidden, logits"),
                refusal(network(1, 1), Map.of("zebra", request)));
    }

    @Test
    void everyProblemPointsToWhereItWasAsked() {
        BuildRequest request = BuildRequest.fold(5, 5, COMMAND_LINE);
        List<Diagnostic> problems = assertThrows(
                        RefusedException.class,
                        () -> choices(network(4, 3), Map.of("logits", request, "other", request)))
                .diagnostics();
        assertEquals(3, problems.size());
        assertEquals(
                List.of("--fold", "FoldEnginesTest.java", "--fold"),
                problems.stream().map(d -> d.where().file()).toList());
    }
}
