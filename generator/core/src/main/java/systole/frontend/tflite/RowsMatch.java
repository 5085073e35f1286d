package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptions;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.frontend.importing.Part;
import systole.network.Quantized;

/**
 * What is done with a variable that keeps rows: all or the last of them are read, a CONCATENATION puts them in front of
 * new rows, and the last rows of the result are assigned.
 */
final class RowsMatch {
    private final FileModel model;
    private final Constants constants = new Constants();
    private final Map<Integer, FileOperator> producers = new HashMap<>();
    private final List<FileOperator> slices = new ArrayList<>();
    private final FileTensor variable;
    private final FileOperator join;
    private final int axis;
    private final int rows;
    private final Quantized element;

    /**
     * Follows a variable.
     *
     * @throws RefusedException if something else is done with it
     */
    RowsMatch(FileModel model, FileOperator read, FileOperator assign) {
        this.model = model;
        model.operators().forEach(o -> o.outputs().forEach(t -> producers.put(t, o)));
        int value = single(read);
        variable = model.tensor(value);
        join = join(value);
        axis = axis();
        List<Integer> dims = variable.dims();
        int skipped = slices.stream().mapToInt(this::skipped).sum();
        rows = dims.get(axis) - skipped;
        FileTensor joined = model.tensor(single(join));
        require(
                joined.dims().equals(along(model.tensor(fresh()).dims(), rows + freshRows())),
                join + " makes " + joined.dims() + " of " + rows + " rows and "
                        + model.tensor(fresh()).dims());
        element = Activations.element(joined);
        Quantized put = Activations.element(model.tensor(join.inputs().get(0)));
        require(put.equals(element), "it is " + put + " and what it becomes a part of " + element);
        require(variable.type() == joined.type(), "it is " + variable.typeName() + " and becomes " + joined.typeName());
        assigned(assign);
    }

    /** The elements of the variable. */
    int elements() {
        return Activations.type(variable).shape().elements();
    }

    /** The operator that puts the rows in front of the new ones. */
    FileOperator join() {
        return join;
    }

    /** The tensor of the new rows. */
    int fresh() {
        return join.inputs().get(1);
    }

    private int freshRows() {
        return model.tensor(fresh()).dims().get(axis);
    }

    /** The operators that only take rows of the variable, or for it. */
    List<FileOperator> slices() {
        return slices;
    }

    /** The rows that are kept, which begin with the last ones of a constant. */
    KeptRows rows(String name, InitialValue value) {
        FileTensor initial = value.tensor();
        require(
                value.constant()
                        && initial.type() == variable.type()
                        && initial.dims().equals(variable.dims()),
                "its initial value, " + initial + ", is no constant like what is read: " + variable.dims() + " of "
                        + variable.typeName());
        int[] values = value.decode();
        int skipped =
                values.length / variable.dims().get(axis) * (variable.dims().get(axis) - rows);
        return KeptRows.of(
                name,
                rows,
                freshRows(),
                IntStream.range(skipped, values.length).map(i -> values[i]).toArray());
    }

    /** Follows what is read to where it is joined to something else. */
    private FileOperator join(int value) {
        int tensor = value;
        for (int i = 0; i <= model.operators().size(); i++) {
            List<FileOperator> readers = readers(tensor);
            require(
                    readers.size() == 1 && !model.outputs().contains(tensor),
                    "what is read from it is used by " + readers.size() + " operators, not by one CONCATENATION");
            FileOperator reader = readers.get(0);
            if (!isSlice(reader)) {
                require(
                        reader.code() == BuiltinOperator.CONCATENATION
                                && reader.inputs().size() == 2
                                && reader.inputs().get(0) == tensor
                                && reader.inputs().get(1) >= 0
                                && reader.inputs().get(1) != tensor,
                        reader + " does something else with it than putting it in front of new rows");
                return reader;
            }
            slices.add(reader);
            tensor = single(reader);
        }
        throw refused("what is read from it goes in a circle");
    }

    private int axis() {
        List<Integer> dims = variable.dims();
        int given = join.options(BuiltinOptions.ConcatenationOptions, new ConcatenationOptions())
                .map(ConcatenationOptions::axis)
                .orElse(0);
        int found = given < 0 ? given + dims.size() : given;
        Activations.type(variable);
        Activations.type(model.tensor(fresh()));
        Activations.type(model.tensor(single(join)));
        require(
                found >= 0
                        && found < dims.size()
                        && dims.size() == model.tensor(fresh()).dims().size(),
                join + " has the axis " + given + " of " + dims);
        require(
                dims.subList(0, found).stream().allMatch(d -> d == 1),
                join + " joins " + dims + " along axis " + given + ", and a dimension in front of it is not 1");
        return found;
    }

    private void assigned(FileOperator assign) {
        require(assign.inputs().size() == 2 && assign.inputs().get(1) >= 0, "nothing is assigned");
        int tensor = assign.inputs().get(1);
        FileTensor value = model.tensor(tensor);
        require(
                value.dims().equals(variable.dims()) && value.type() == variable.type(),
                "it is " + variable.dims() + " and is assigned " + value.dims());
        List<FileOperator> taken = new ArrayList<>();
        while (tensor != single(join) && tensor != fresh()) {
            Optional<FileOperator> slice =
                    Optional.ofNullable(producers.get(tensor)).filter(RowsMatch::isSlice);
            require(
                    slice.isPresent() && taken.size() < model.operators().size(),
                    value + ", which is assigned to it, is not the last rows of " + join);
            taken.add(slice.get());
            skipped(slice.get());
            tensor = slice.get().inputs().get(0);
        }
        require(
                tensor == single(join)
                        || Activations.element(model.tensor(tensor)).equals(element),
                value + ", which is assigned to it, has another scale or zero point");
        // From the end on: what is left out then has no other reader.
        int reader = assign.index();
        for (FileOperator slice : taken) {
            List<FileOperator> readers = readers(single(slice));
            if (readers.size() > 1
                    || model.outputs().contains(single(slice))
                    || readers.get(0).index() != reader) {
                break;
            }
            slices.add(slice);
            reader = slice.index();
        }
    }

    /** The first rows that a slice leaves out. It must take all others. */
    private int skipped(FileOperator slice) {
        TfliteOperator view = new TfliteOperator(model, slice, constants, 0);
        List<Part> parts = view.complete(
                () -> slice.code() == BuiltinOperator.SLICE ? SliceReader.parts(view) : StridedSliceReader.parts(view));
        FileTensor result = model.tensor(single(slice));
        require(
                parts.size() > axis
                        && IntStream.range(0, parts.size())
                                .allMatch(i -> i == axis
                                        ? isEnd(parts.get(i))
                                        : parts.get(i).isAll())
                        && result.dims()
                                .equals(along(
                                        view.tensor(0).dims(), parts.get(axis).count())),
                slice + " takes other than the last rows");
        return parts.get(axis).first();
    }

    private static boolean isEnd(Part part) {
        return part.count() > 0
                && (part.step() == 1 || part.count() == 1)
                && part.first() + part.count() == part.size();
    }

    private List<Integer> along(List<Integer> dims, int count) {
        List<Integer> other = new ArrayList<>(dims);
        other.set(axis, count);
        return other;
    }

    private List<FileOperator> readers(int tensor) {
        return model.operators().stream()
                .filter(o -> o.inputs().contains(tensor))
                .toList();
    }

    private static boolean isSlice(FileOperator operator) {
        return (operator.code() == BuiltinOperator.SLICE || operator.code() == BuiltinOperator.STRIDED_SLICE)
                && !operator.inputs().isEmpty()
                && operator.inputs().get(0) >= 0;
    }

    private static int single(FileOperator operator) {
        require(
                operator.outputs().size() == 1,
                operator + " has " + operator.outputs().size() + " outputs");
        return operator.outputs().get(0);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw refused(message);
        }
    }

    private static RefusedException refused(String message) {
        return RefusedException.of(SourceRef.NONE, message, "");
    }
}
