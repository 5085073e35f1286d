package systole.toy;

import java.util.List;
import java.util.Optional;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.network.IntTensor;
import systole.network.Layer;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.TensorType;

/** A layer for tests that has every form of argument; it keeps the shape. */
public record Blend(
        IntTensor weights,
        Optional<IntTensor> bias,
        List<Integer> stride,
        List<Integer> taps,
        int groups,
        double beta,
        String mode,
        Padding padding,
        Requantization requant,
        Quantized output)
        implements Layer {
    static final Syntax<Blend> SYNTAX = new BlendSyntax();

    public Blend {
        stride = List.copyOf(stride);
        taps = List.copyOf(taps);
        if (groups == 13) {
            throw new IllegalArgumentException("13 groups are unlucky");
        }
    }

    @Override
    public String kind() {
        return "blend";
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        if (groups > inputs.get(0).shape().channels()) {
            problems.add(where, "more groups than channels", "");
        }
        return new TensorType(inputs.get(0).shape(), output);
    }

    private static final class BlendSyntax implements Syntax<Blend> {
        @Override
        public List<String> keys() {
            return List.of("weights", "bias", "stride", "taps", "groups", "beta", "mode", "padding", "requant");
        }

        @Override
        public Blend read(Arguments a) {
            IntTensor weights = a.tensor("weights");
            Optional<IntTensor> bias = a.optionalTensor("bias");
            if (bias.isPresent() && bias.get().size() != weights.dim(0)) {
                a.report("bias", "bias has " + bias.get().size() + " values, not " + weights.dim(0), "");
            }
            return new Blend(
                    weights,
                    bias,
                    a.pair("stride", 1, 100, 1),
                    a.has("taps") ? a.integers("taps", -100, 100) : List.of(0),
                    a.integer("groups", 1, 1000, 1),
                    a.number("beta", 1),
                    a.has("mode") ? a.word("mode", List.of("near", "far")) : "near",
                    a.padding(),
                    a.requantization(),
                    a.output());
        }

        @Override
        public void write(Blend layer, ArgumentWriter out) {
            out.tensor("weights", layer.weights());
            layer.bias().ifPresent(bias -> out.tensor("bias", bias));
            if (!layer.stride().equals(List.of(1, 1))) {
                out.integers("stride", layer.stride());
            }
            if (!layer.taps().equals(List.of(0))) {
                out.integers("taps", layer.taps());
            }
            if (layer.groups() != 1) {
                out.integer("groups", layer.groups());
            }
            if (layer.beta() != 1) {
                out.number("beta", layer.beta());
            }
            if (!layer.mode().equals("near")) {
                out.word("mode", layer.mode());
            }
            out.padding(layer.padding());
            out.requantization(layer.requant());
            out.output(layer.output());
        }
    }
}
