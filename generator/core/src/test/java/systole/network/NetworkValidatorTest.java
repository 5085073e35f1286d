package systole.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.toy.Sum;

class NetworkValidatorTest {
    private static final TensorType TYPE = new TensorType(Shape.of(4), new Quantized(IntType.INT8));

    /** Keeps the type; complains, throws or widens if asked to. */
    private record Pass(String mood) implements Layer {
        @Override
        public String kind() {
            return "pass";
        }

        @Override
        public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
            switch (mood) {
                case "complains" -> problems.add(where, "it complains", "");
                case "throws" -> throw new IllegalArgumentException("it throws");
                case "widens" -> {
                    return inputs.get(0).withShape(Shape.of(8));
                }
                default -> {}
            }
            return inputs.get(0);
        }
    }

    private static Node node(String name, String... inputs) {
        return moody(name, "", inputs);
    }

    private static Node moody(String name, String mood, String... inputs) {
        Layer layer = inputs.length == 2 && mood.isEmpty() ? new Sum() : new Pass(mood);
        return new Node(name, layer, List.of(inputs), Optional.empty(), new SourceRef("t", name.charAt(0), 1));
    }

    private static Network validate(String output, Node... nodes) {
        return NetworkValidator.validate("net", "x", TYPE, List.of(nodes), output, SourceRef.NONE, new Problems());
    }

    private static List<String> problems(String output, Node... nodes) {
        RefusedException e = assertThrows(RefusedException.class, () -> validate(output, nodes));
        return e.diagnostics().stream().map(Diagnostic::message).toList();
    }

    @Test
    void infersAllTypes() {
        Network network = validate("b", moody("a", "widens", "x"), node("b", "a"));
        assertEquals(TYPE, network.inputType());
        assertEquals(Shape.of(8), network.outputType().shape());
        assertEquals(3, network.types().size());
    }

    @Test
    void theWrittenOrderStaysWhereItIsValid() {
        Network network = validate("d", node("c", "x"), node("d", "c", "a"), node("a", "x"));
        assertEquals(
                List.of("c", "a", "d"), network.nodes().stream().map(Node::name).toList());
    }

    /** Random graphs in random order: every node stands behind its inputs; valid orders are kept. */
    @Property
    void anyOrderIsMended(@ForAll long seed) {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>();
        nodes.add(node("n0", "x"));
        for (int i = 1; i < 20; i++) {
            nodes.add(node("n" + i, "n" + (i - 1), "n" + random.nextInt(i)));
        }
        assertEquals(nodes, validate("n19", nodes.toArray(Node[]::new)).nodes());
        Collections.shuffle(nodes, random);
        List<Node> sorted = validate("n19", nodes.toArray(Node[]::new)).nodes();
        List<String> seen = new ArrayList<>(List.of("x"));
        for (Node node : sorted) {
            assertTrue(seen.containsAll(node.inputs()), node.name());
            seen.add(node.name());
        }
        assertEquals(21, seen.size());
    }

    @Test
    void longChainsWrittenBackwardsDoNotOverflow() {
        Node[] nodes = IntStream.range(0, 20_000)
                .mapToObj(i -> node("n" + i, i == 19_999 ? "x" : "n" + (i + 1)))
                .toArray(Node[]::new);
        assertEquals(20_000, validate("n0", nodes).nodes().size());
    }

    @Test
    void cyclesAreShown() {
        assertEquals(
                List.of("layers form a cycle: b reads c reads b"),
                problems("d", node("a", "x"), node("b", "a", "c"), node("c", "b"), node("d", "c")));
        assertEquals(List.of("layers form a cycle: a reads a"), problems("a", node("a", "x", "a")));
        assertEquals(
                2,
                problems("e", node("a", "x", "b"), node("b", "a"), node("c", "d"), node("d", "c"), node("e", "b", "d"))
                        .size());
    }

    @Test
    void namesAreCheckedAndUnique() {
        assertEquals(List.of("there are two tensors 'a'"), problems("a", node("a", "x"), node("a", "x")));
        assertEquals(List.of("there are two tensors 'x'"), problems("a", node("a", "x"), node("x", "a")));
        assertEquals(
                List.of("the name 'Wire' is not made of a to z, 0 to 9 and _, starting with a letter"),
                problems("Wire", node("Wire", "x")));
    }

    @Test
    void unknownTensorsComeWithASuggestion() {
        RefusedException e =
                assertThrows(RefusedException.class, () -> validate("stem", node("stem", "x"), node("pool", "sten")));
        assertEquals("there is no tensor 'sten'", e.diagnostics().get(0).message());
        assertEquals("did you mean 'stem'?", e.diagnostics().get(0).hint());
    }

    @Test
    void theNumberOfInputsMustFit() {
        Node two = new Node("a", new Pass(""), List.of("x", "x"), Optional.empty(), SourceRef.NONE);
        assertEquals(List.of("pass takes 1 input, not 2"), problems("a", two));
        Node one = new Node("a", new Sum(), List.of("x"), Optional.empty(), SourceRef.NONE);
        assertEquals(List.of("sum takes 2 inputs, not 1"), problems("a", one));
    }

    @Test
    void everythingMustBeUsed() {
        assertEquals(
                List.of("the layer 'b' does not reach the output 'a'", "the layer 'c' does not reach the output 'a'"),
                problems("a", node("a", "x"), node("b", "x"), node("c", "b")));
        assertEquals(List.of("the output is the input itself"), problems("x"));
    }

    @Test
    void problemsOfLayersAreReportedOnceAndAllTogether() {
        assertEquals(
                List.of("it complains", "pass: it throws"),
                problems(
                        "d",
                        moody("a", "complains", "x"),
                        moody("b", "throws", "x"),
                        moody("c", "complains", "a"),
                        node("d", "b", "c")));
    }

    @Test
    void earlierProblemsOfTheFrontendAreKept() {
        Problems problems = new Problems();
        problems.add(SourceRef.NONE, "earlier", "");
        RefusedException e = assertThrows(
                RefusedException.class,
                () -> NetworkValidator.validate(
                        "net", "x", TYPE, List.of(node("a", "x")), "b", SourceRef.NONE, problems));
        assertEquals(
                Arrays.asList("earlier", "there is no tensor 'b'"),
                e.diagnostics().stream().map(Diagnostic::message).toList());
    }
}
