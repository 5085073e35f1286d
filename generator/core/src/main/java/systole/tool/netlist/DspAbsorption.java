package systole.tool.netlist;

import static systole.tool.netlist.Wiring.nets;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import systole.tool.netlist.Wiring.End;

/**
 * What of a netlist is inside of its DSP slices, where the synthesizer makes multipliers of these and no more: registers
 * at the operands that feed nothing else, up to two each; behind the product one register, then an adder with the
 * register of its sum, whose other operand is what it likes, its own sum or that of another slice included. All registers
 * of a stage have the same clock, enable and reset, as a slice asks for. An adder is its carry chain, and the LUTs that
 * feed nothing but that and have no more inputs than a sum and the choice of its operand take.
 */
public final class DspAbsorption {
    private static final String REGISTER = "FDRE";
    private static final String CARRY = "CARRY4";
    private static final Set<String> CONTROLS = Set.of("C", "CE", "R");
    private static final int STAGES = 2;
    private static final int SUM_CARRIES = 12;
    private static final int SUM_INPUTS = 4;

    private final String slice;
    private final Wiring wiring;
    private final Set<MappedCell> absorbed = identities();

    private DspAbsorption(List<MappedCell> cells, String slice) {
        this.slice = slice;
        this.wiring = new Wiring(cells);
        List<MappedCell> slices =
                cells.stream().filter(c -> c.type().equals(slice)).toList();
        for (MappedCell dsp : slices) {
            operand(dsp, "A");
            operand(dsp, "B");
        }
        slices.forEach(this::result);
    }

    /**
     * Looks for what belongs into the slices of a flat netlist.
     *
     * @param slice the type of the cells that multiply
     */
    public static DspAbsorption of(List<MappedCell> cells, String slice) {
        return new DspAbsorption(cells, slice);
    }

    /** What it would cost otherwise, by the unit that it is in. */
    public Map<String, Resources> resources() {
        Map<String, Resources> units = new TreeMap<>();
        absorbed.forEach(c -> units.merge(c.unit(), Primitives.cost(c.type()), Resources::plus));
        return units;
    }

    /** The cells that logic goes through in the chip: all but the adders in slices. Registers stay, as ends of paths. */
    public List<MappedCell> rest(List<MappedCell> cells) {
        return cells.stream()
                .filter(c -> c.type().equals(REGISTER) || !absorbed.contains(c))
                .toList();
    }

    private static Set<MappedCell> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void operand(MappedCell dsp, String port) {
        Set<String> nets = nets(dsp, port);
        for (int stage = 0; stage < STAGES; stage++) {
            Set<MappedCell> registers = identities();
            for (String net : nets) {
                Optional<End> driver = wiring.driver(net).filter(d -> d.is(REGISTER, "Q"));
                if (driver.isEmpty()) {
                    return;
                }
                registers.add(driver.get().cell());
            }
            if (!aStage(registers) || !registers.stream().allMatch(this::feedsOperandsOnly)) {
                return;
            }
            absorbed.addAll(registers);
            nets = all(registers, "D");
        }
    }

    private boolean feedsOperandsOnly(MappedCell register) {
        return sinks(nets(register, "Q")).stream()
                .allMatch(s -> s.is(slice, "A", "B") || (s.is(REGISTER, "D") && absorbed.contains(s.cell())));
    }

    private void result(MappedCell dsp) {
        Set<String> nets = nets(dsp, "P");
        Set<MappedCell> product = registers(nets);
        absorbed.addAll(product);
        if (!product.isEmpty()) {
            nets = all(product, "Q");
        }
        Set<MappedCell> late = registers(nets);
        if (late.isEmpty()) {
            sum(nets);
        } else {
            absorbed.addAll(late);
        }
    }

    /** The registers that nets go into, if they go nowhere else, and these are a stage that no slice has yet. */
    private Set<MappedCell> registers(Set<String> nets) {
        Set<MappedCell> registers = identities();
        for (End sink : sinks(nets)) {
            if (!sink.is(REGISTER, "D") || absorbed.contains(sink.cell())) {
                return Set.of();
            }
            registers.add(sink.cell());
        }
        return aStage(registers) ? registers : Set.of();
    }

    private static boolean aStage(Set<MappedCell> registers) {
        return registers.stream()
                        .map(r -> r.pins().stream()
                                .filter(p -> CONTROLS.contains(p.port()))
                                .toList())
                        .distinct()
                        .count()
                == 1;
    }

    private void sum(Set<String> nets) {
        Set<MappedCell> carries = identities();
        for (End sink : sinks(nets)) {
            Set<MappedCell> into = lut(sink.cell()) ? carriesOnly(sink.cell()) : Set.of();
            if (sink.is(CARRY, "S", "DI")) {
                into = Set.of(sink.cell());
            }
            if (into.isEmpty()) {
                return;
            }
            carries.addAll(into);
        }
        if (carries.isEmpty()) {
            return;
        }
        Set<MappedCell> chain = chain(carries.iterator().next());
        if (!chain.containsAll(carries)
                || chain.size() > SUM_CARRIES
                || chain.stream().anyMatch(absorbed::contains)) {
            return;
        }
        Set<MappedCell> sums = registers(driving(all(chain, "O")));
        absorbed.addAll(sums);
        absorbed.addAll(chain);
        absorbed.addAll(lutsOf(chain));
    }

    /** The carry cells that a LUT feeds; none if it feeds anything else. */
    private Set<MappedCell> carriesOnly(MappedCell lut) {
        Set<MappedCell> carries = identities();
        for (End sink : sinks(nets(lut, "O"))) {
            if (!sink.is(CARRY, "S", "DI")) {
                return Set.of();
            }
            carries.add(sink.cell());
        }
        return carries;
    }

    private Set<MappedCell> lutsOf(Set<MappedCell> chain) {
        return all(chain, "S", "DI").stream()
                .flatMap(net -> wiring.driver(net).stream())
                .map(End::cell)
                .filter(c -> lut(c)
                        && nets(c, "I0", "I1", "I2", "I3", "I4", "I5", "I").size() <= SUM_INPUTS)
                .filter(c -> !carriesOnly(c).isEmpty() && chain.containsAll(carriesOnly(c)))
                .collect(Collectors.toCollection(DspAbsorption::identities));
    }

    /** All of a carry chain that a cell is in. */
    private Set<MappedCell> chain(MappedCell within) {
        Set<MappedCell> chain = identities();
        Optional<MappedCell> cell = Optional.of(within);
        while (cell.isPresent() && chain.add(cell.get())) {
            cell = nets(cell.get(), "CI").stream()
                    .flatMap(net -> wiring.driver(net).stream())
                    .filter(d -> d.is(CARRY, "CO"))
                    .map(End::cell)
                    .findFirst();
        }
        chain.remove(within);
        cell = Optional.of(within);
        while (cell.isPresent() && chain.add(cell.get())) {
            cell = sinks(nets(cell.get(), "CO")).stream()
                    .filter(s -> s.is(CARRY, "CI"))
                    .map(End::cell)
                    .findFirst();
        }
        return chain;
    }

    private static boolean lut(MappedCell cell) {
        return cell.type().startsWith("LUT") || cell.type().equals("INV");
    }

    private Set<String> driving(Set<String> nets) {
        return nets.stream().filter(net -> !wiring.sinks(net).isEmpty()).collect(Collectors.toSet());
    }

    private List<End> sinks(Set<String> nets) {
        return nets.stream().flatMap(net -> wiring.sinks(net).stream()).toList();
    }

    private static Set<String> all(Collection<MappedCell> cells, String... ports) {
        Set<String> nets = new LinkedHashSet<>();
        cells.forEach(c -> nets.addAll(nets(c, ports)));
        return nets;
    }
}
