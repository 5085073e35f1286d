package systole.layer.lookup;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.layer.support.Missing;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.TensorType;

/**
 * {@code y = table[x - smallest x]} for each element.
 *
 * @param table one output integer for each input integer, from the smallest to the largest: 2^bits, at most 2^16
 * @param output the output's elements
 */
public record Lookup(IntTensor table, Quantized output) implements Layer {
    public static final LayerKind<Lookup> KIND =
            new LayerKind<>("lookup", Lookup.class, new LookupSyntax(), new LookupGolden(), new LookupOps());

    /** Starts a table. */
    public static Builder lookup() {
        return new Builder();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        IntType type = inputs.get(0).type();
        LayerCheck check = new LayerCheck(kind(), where, problems);
        check.at("table")
                .require(
                        table.rank() == 1 && table.size() == 1 << type.bits(),
                        "the table has the dimensions " + table.dims(),
                        "an input " + type + " needs [" + (1 << type.bits()) + "], for " + type.min() + " to "
                                + type.max());
        check.at("table").values("table entries", table, output.type());
        return new TensorType(inputs.get(0).shape(), output);
    }

    /** Builds a table. Both the entries and the output are required. */
    public static final class Builder implements Supplier<Lookup> {
        private Optional<IntTensor> table = Optional.empty();
        private Optional<Quantized> output = Optional.empty();

        private Builder() {}

        /** One output integer for each input integer, from the smallest to the largest. */
        public Builder table(IntTensor entries) {
            table = Optional.of(entries);
            return this;
        }

        public Builder output(Quantized elements) {
            output = Optional.of(elements);
            return this;
        }

        @Override
        public Lookup get() {
            return new Lookup(
                    table.orElseThrow(Missing.of("lookup", "table")),
                    output.orElseThrow(Missing.of("lookup", "output")));
        }
    }
}
