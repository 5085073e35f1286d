package systole.engine.array;

import java.util.List;
import systole.network.IntType;
import systole.rtl.Literals;

/** The values that the templates need of a {@link SystolicArray} and its weights. If it has no weights, all are 1. */
public record ArrayView(
        int columns,
        int lanes,
        int weighted,
        int dsp,
        int canary,
        int port,
        int rows,
        int chains,
        int shared,
        int elements,
        int xBits,
        int xSigned,
        int wBits,
        int wSigned,
        int accBits,
        int words,
        int aw,
        int late,
        boolean weightless,
        List<WeightView> weights) {
    public ArrayView {
        weights = List.copyOf(weights);
    }

    /**
     * Makes the view.
     *
     * @param elements elements of a beat
     * @param weights the weight memories
     */
    public static ArrayView of(SystolicArray array, int elements, int accBits, int canary, List<WeightView> weights) {
        return new ArrayView(
                array.columns(),
                array.multiplier().lanes(),
                Literals.flag(array.weight().isPresent()),
                Literals.flag(array.multiplier().dsp()),
                canary,
                array.dsp().wide(),
                array.fold().simd(),
                array.chains(),
                Literals.flag(array.shared()),
                elements,
                array.x().bits(),
                Literals.flag(array.x().signed()),
                array.fieldBits(),
                array.weight().map(IntType::signed).map(Literals::flag).orElse(1),
                accBits,
                array.words(),
                Literals.addressBits(array.words()),
                array.late(),
                array.weight().isEmpty(),
                weights);
    }
}
