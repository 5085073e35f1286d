package systole.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
import systole.frames.Expected;
import systole.frames.ExpectedParts;
import systole.frames.Frames;
import systole.network.Bundle;
import systole.network.Side;
import systole.rim.Rim;

/**
 * The files of tensors that are given in an option: one, or {@code NAME=FILE} for each of several tensors.
 *
 * @param option the option
 * @param values its values
 */
record TensorFiles(String option, List<String> values) {
    TensorFiles {
        values = List.copyOf(values);
    }

    /**
     * The frames in the files, whose elements lie within the types of the tensors.
     *
     * @param rim what the model does to real numbers
     */
    Frames read(Side side, Rim rim) {
        List<Path> files = files(side.bundle());
        return Frames.joined(
                side.bundle(),
                IntStream.range(0, files.size())
                        .mapToObj(i -> Frames.read(
                                files.get(i),
                                side.bundle().types().get(i),
                                side.ports().get(i),
                                rim.head(i)))
                        .toList());
    }

    /**
     * The results in the files, whose elements may lie outside of the types.
     *
     * @param rim what the model does to real numbers
     */
    Expected expected(Side side, Rim rim) {
        List<Path> files = files(side.bundle());
        List<Expected> parts = IntStream.range(0, files.size())
                .mapToObj(i -> Frames.expected(
                        files.get(i),
                        side.bundle().types().get(i).shape(),
                        side.ports().get(i),
                        rim.tail(i)))
                .toList();
        return parts.size() == 1 ? parts.get(0) : new ExpectedParts(side.bundle(), parts);
    }

    /** The file of each tensor. */
    private List<Path> files(Bundle bundle) {
        if (bundle.isSingle() && values.size() == 1) {
            String prefix = bundle.names().get(0) + "=";
            String value = values.get(0);
            return List.of(Path.of(value.startsWith(prefix) ? value.substring(prefix.length()) : value));
        }
        Path[] files = new Path[bundle.count()];
        for (String value : values) {
            String name = value.substring(0, Math.max(0, value.indexOf('=')));
            int at = bundle.names().indexOf(name);
            if (at < 0) {
                throw refused(
                        value + " names none of the tensors",
                        name.isEmpty()
                                ? "write " + form(bundle)
                                : Suggestions.didYouMeanOr(name, bundle.names(), "there are "));
            }
            files[at] = Path.of(value.substring(name.length() + 1));
        }
        List<String> missing = IntStream.range(0, files.length)
                .filter(i -> files[i] == null)
                .mapToObj(bundle.names()::get)
                .toList();
        if (!missing.isEmpty()) {
            throw refused("there is no file for " + String.join(", ", missing), "write " + form(bundle));
        }
        return List.of(files);
    }

    private String form(Bundle bundle) {
        return String.join(
                " ",
                bundle.names().stream().map(n -> option + " " + n + "=FILE").toList());
    }

    private RefusedException refused(String message, String hint) {
        return RefusedException.of(SourceRef.NONE, option + ": " + message, hint);
    }

    /** The values with files that are found from any folder. */
    List<String> absolute() {
        List<String> all = new ArrayList<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            boolean named = equals > 0 && value.substring(0, equals).matches("[a-z][a-z0-9_]*");
            all.add(
                    named
                            ? value.substring(0, equals + 1)
                                    + BuildOptions.absolute(Path.of(value.substring(equals + 1)))
                            : BuildOptions.absolute(Path.of(value)));
        }
        return all;
    }

    /**
     * Writes frames: those of a single tensor into a file, those of several ones into {@code NAME.npy} in a folder.
     *
     * @return the files
     */
    static List<Path> write(Path target, Frames frames, Side side) {
        Bundle bundle = side.bundle();
        BiFunction<Path, Integer, Path> one = (file, i) -> {
            OutputFile.write(
                    file,
                    frames.part(bundle, i)
                            .npy(bundle.types().get(i).type(), side.ports().get(i)));
            return file;
        };
        return bundle.isSingle()
                ? List.of(one.apply(target, 0))
                : IntStream.range(0, bundle.count())
                        .mapToObj(i -> one.apply(target.resolve(bundle.names().get(i) + ".npy"), i))
                        .toList();
    }
}
