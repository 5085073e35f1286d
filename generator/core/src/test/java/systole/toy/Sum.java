package systole.toy;

import java.util.List;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.network.Arity;
import systole.network.Layer;
import systole.network.TensorType;

/** A layer for tests with two inputs and no arguments; it gives the first input's type. */
public record Sum() implements Layer {
    static final Syntax<Sum> SYNTAX = new SumSyntax();

    @Override
    public String kind() {
        return "sum";
    }

    @Override
    public Arity arity() {
        return Arity.TWO;
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        if (!inputs.get(0).shape().equals(inputs.get(1).shape())) {
            problems.add(where, "the shapes differ", "");
        }
        return inputs.get(0);
    }

    private static final class SumSyntax implements Syntax<Sum> {
        @Override
        public List<String> keys() {
            return List.of();
        }

        @Override
        public Sum read(Arguments arguments) {
            return new Sum();
        }

        @Override
        public void write(Sum layer, ArgumentWriter out) {}
    }
}
