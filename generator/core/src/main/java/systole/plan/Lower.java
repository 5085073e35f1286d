package systole.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Node;
import systole.plan.unit.ClampUnit;
import systole.plan.unit.Engine;

/**
 * The first pass, which turns every layer into its engines. Streams are named after tensors. The name of a layer
 * without hardware becomes an alias of its input.
 */
final class Lower {
    private final LoweringTable table;

    Lower(LoweringTable table) {
        this.table = table;
    }

    Wiring run(Network network) {
        Problems problems = new Problems();
        Map<String, String> streamOf = new HashMap<>(Map.of(network.input(), network.input()));
        List<Stage> stages = new ArrayList<>();
        for (Node node : network.nodes()) {
            List<String> sources = node.inputs().stream().map(streamOf::get).toList();
            List<Engine> chain = lower(network, node, problems);
            requireFreeNames(network, node, chain, problems);
            for (Engine engine : chain) {
                stages.add(new Stage(engine, sources, List.of(engine.name())));
                sources = List.of(engine.name());
            }
            streamOf.put(node.name(), sources.isEmpty() ? node.name() : sources.get(0));
        }
        problems.throwIfAny();
        if (stages.isEmpty()) {
            stages.add(new Stage(pass(network), List.of(network.input()), List.of(network.output())));
            return new Wiring(network.input(), network.output(), stages);
        }
        return new Wiring(network.input(), streamOf.get(network.output()), stages);
    }

    /** The engine for a network that only reshapes its input: a clamp whose limits change no value. */
    private static Engine pass(Network network) {
        IntType type = network.outputType().type();
        return ClampUnit.of(network.output(), network.outputType(), type.min(), type.max());
    }

    /** The last engine has the layer's name. The names of the others must not be those of other layers. */
    private static void requireFreeNames(Network network, Node node, List<Engine> chain, Problems problems) {
        chain.stream()
                .map(Engine::name)
                .filter(name -> !name.equals(node.name()) && network.types().containsKey(name))
                .forEach(name -> problems.add(
                        node.where(),
                        "the name '" + name + "' is taken by a part of '" + node.name() + "'",
                        "rename one of the two"));
    }

    private List<Engine> lower(Network network, Node node, Problems problems) {
        try {
            return table.lower(node.name(), node.layer(), network.inputTypes(node), network.type(node.name()));
        } catch (RefusedException refused) {
            refused.diagnostics().forEach(d -> problems.add(node.where(), node.name() + ": " + d.message(), d.hint()));
        } catch (IllegalStateException noForm) {
            problems.add(node.where(), node.name() + ": " + noForm.getMessage(), "");
        }
        return List.of();
    }
}
