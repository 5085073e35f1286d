package systole.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import systole.emit.Instance.Binding;
import systole.plan.Stage;
import systole.plan.unit.ArgmaxUnit;
import systole.plan.unit.ClampUnit;
import systole.plan.unit.ConcatUnit;
import systole.plan.unit.ExtremumUnit;
import systole.plan.unit.FifoUnit;
import systole.plan.unit.ForkUnit;
import systole.plan.unit.LookupUnit;
import systole.plan.unit.LstmUnit;
import systole.plan.unit.MacUnit;
import systole.plan.unit.MaxPoolUnit;
import systole.plan.unit.PadUnit;
import systole.plan.unit.PairUnit;
import systole.plan.unit.RepeatUnit;
import systole.plan.unit.ReverseUnit;
import systole.plan.unit.SoftmaxUnit;
import systole.plan.unit.UnitVisitor;
import systole.plan.unit.WidthUnit;

/**
 * Makes the instance of each kind of unit in the top level: of the unit's own module, or of a library module with
 * parameters.
 */
final class InstanceFactory implements UnitVisitor<Instance> {
    private final Stage stage;
    private final String ownModule;

    /**
     * A factory for one stage.
     *
     * @param ownModule the module's name if the unit has a module of its own
     */
    InstanceFactory(Stage stage, String ownModule) {
        this.stage = stage;
        this.ownModule = ownModule;
    }

    /** The name of the file with a unit's table. */
    static String tableFile(String ownModule) {
        return ownModule + ".mem";
    }

    private static Binding is(String name, Object value) {
        return new Binding(name, String.valueOf(value));
    }

    private Instance clocked(String module, List<Binding> parameters, List<Binding> ports) {
        return new Instance(module, stage.unit().name(), true, parameters, ports, List.of());
    }

    /**
     * The ports {@code prefix_data}, {@code prefix_valid} and {@code prefix_ready}, bound to several streams side by
     * side.
     */
    private static List<Binding> ports(String prefix, List<String> streams) {
        return List.of("data", "valid", "ready").stream()
                .map(signal -> is(prefix + "_" + signal, sideBySide(streams, signal)))
                .toList();
    }

    private static String sideBySide(List<String> streams, String signal) {
        if (streams.size() == 1) {
            return streams.get(0) + "_" + signal;
        }
        return IntStream.range(0, streams.size())
                .mapToObj(i -> streams.get(streams.size() - 1 - i) + "_" + signal)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private List<Binding> inAndOut() {
        List<Binding> all = new ArrayList<>(ports("in", stage.sources()));
        all.addAll(ports("out", stage.sinks()));
        return all;
    }

    private Instance simple(String module, Binding... parameters) {
        return clocked(module, List.of(parameters), inAndOut());
    }

    @Override
    public Instance mac(MacUnit unit) {
        return simple(ownModule);
    }

    @Override
    public Instance lstm(LstmUnit unit) {
        List<Binding> all = new ArrayList<>();
        if (unit.shape().stateful()) {
            all.add(is("flag_data", flags(unit) + "_bit"));
            all.add(is("flag_valid", flags(unit) + "_offered"));
            all.add(is("flag_ready", flags(unit) + "_taken"));
        }
        all.addAll(inAndOut());
        return clocked(ownModule, List.of(), all);
    }

    /**
     * The name of the wires that tell a unit which frames begin from a fresh state. Their suffixes differ from those of
     * a stream.
     */
    static String flags(LstmUnit unit) {
        return unit.name() + "_flag";
    }

    @Override
    public Instance maxPool(MaxPoolUnit unit) {
        return simple(ownModule);
    }

    @Override
    public Instance pair(PairUnit unit) {
        return clocked(ownModule, List.of(), twoInAndOut());
    }

    private List<Binding> twoInAndOut() {
        List<Binding> all = new ArrayList<>(ports("a", stage.sources().subList(0, 1)));
        all.addAll(ports("b", stage.sources().subList(1, 2)));
        all.addAll(ports("out", stage.sinks()));
        return all;
    }

    @Override
    public Instance extremum(ExtremumUnit unit) {
        return clocked(
                "systole_extremum",
                List.of(
                        is("LANES", unit.fold().pe()),
                        is("BITS", unit.type().bits()),
                        is("SIGNED", Literals.flag(unit.type().signed())),
                        is("GREATEST", Literals.flag(unit.greatest()))),
                twoInAndOut());
    }

    @Override
    public Instance concat(ConcatUnit unit) {
        String chunks = IntStream.range(0, unit.chunks().size())
                .mapToObj(i -> "32'd"
                        + unit.chunks().get(unit.chunks().size() - 1 - i)
                                / unit.fold().pe())
                .collect(Collectors.joining(", ", "{", "}"));
        return simple(
                "systole_concat",
                is("WIDTH", unit.output().width()),
                is("INPUTS", unit.chunks().size()),
                is("CHUNKS", chunks));
    }

    @Override
    public Instance pad(PadUnit unit) {
        return simple(
                "systole_pad",
                is("WIDTH", unit.output().width()),
                is("BEATS", unit.shape().channels() / unit.fold().pe()),
                is("IN_H", unit.shape().height()),
                is("IN_W", unit.shape().width()),
                is("TOP", unit.border().top()),
                is("BOTTOM", unit.border().bottom()),
                is("LEFT", unit.border().left()),
                is("RIGHT", unit.border().right()),
                is("VALUE", Literals.repeated(unit.output(), unit.value())));
    }

    @Override
    public Instance repeat(RepeatUnit unit) {
        return simple(
                "systole_repeat",
                is("WIDTH", unit.output().width()),
                is("BEATS", unit.blockBeats()),
                is("TIMES", unit.times()),
                is("DEPTH", unit.depth()),
                is("BLOCK", Literals.flag(unit.memory().block())));
    }

    @Override
    public Instance reverse(ReverseUnit unit) {
        return simple(
                "systole_reverse",
                is("WIDTH", unit.output().width()),
                is("BEATS", unit.beats()),
                is("POSITIONS", unit.positions()),
                is("BLOCK", Literals.flag(unit.memory().block())));
    }

    @Override
    public Instance clamp(ClampUnit unit) {
        String in = stage.sources().get(0);
        String out = stage.sinks().get(0);
        return new Instance(
                "systole_clamp",
                unit.name(),
                false,
                List.of(
                        is("LANES", unit.fold().pe()),
                        is("BITS", unit.type().bits()),
                        is("SIGNED", Literals.flag(unit.type().signed())),
                        is("LOW", unit.lo()),
                        is("HIGH", unit.hi())),
                List.of(is("in", in + "_data"), is("out", out + "_data")),
                List.of(is(out + "_valid", in + "_valid"), is(in + "_ready", out + "_ready")));
    }

    @Override
    public Instance lookup(LookupUnit unit) {
        return simple(
                "systole_lookup",
                is("LANES", unit.fold().pe()),
                is("IN_BITS", unit.in().bits()),
                is("OUT_BITS", unit.out().bits()),
                is("FILE", "\"" + tableFile(ownModule) + "\""));
    }

    @Override
    public Instance softmax(SoftmaxUnit unit) {
        return simple(
                "systole_softmax",
                is("IN_BITS", unit.in().bits()),
                is("IN_SIGNED", Literals.flag(unit.in().signed())),
                is("COUNT", unit.channels()),
                is("ZERO", Literals.signed18(unit.out().zero())),
                is("FILE", "\"" + tableFile(ownModule) + "\""));
    }

    @Override
    public Instance argmax(ArgmaxUnit unit) {
        return simple(
                "systole_argmax",
                is("BITS", unit.in().bits()),
                is("SIGNED", Literals.flag(unit.in().signed())),
                is("COUNT", unit.channels()),
                is("OUT_BITS", unit.out().bits()));
    }

    @Override
    public Instance fork(ForkUnit unit) {
        return simple("systole_fork", is("WIDTH", unit.stream().width()), is("COUNT", unit.count()));
    }

    @Override
    public Instance width(WidthUnit unit) {
        int narrow = unit.widens() ? unit.in().width() : unit.outputs().get(0).width();
        return simple(
                unit.widens() ? "systole_widen" : "systole_narrow", is("WIDTH", narrow), is("RATIO", unit.ratio()));
    }

    @Override
    public Instance fifo(FifoUnit unit) {
        return simple(
                "systole_fifo",
                is("WIDTH", unit.stream().width()),
                is("DEPTH", unit.depth()),
                is("BLOCK", Literals.flag(unit.memory().block())));
    }
}
