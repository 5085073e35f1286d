package systole.rtl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.rtl.Instance.Binding;

/**
 * The place of a unit in the top level.
 *
 * @param templates the templates, which render its module
 * @param module the name of its module if it has one of its own; the names of its memories' files are this one, and
 *     behind it a dot or more, so that no other unit has files of these names
 * @param instance the name of its instance
 * @param flag the stem of the wires that tell it which frames begin from a fresh state, if it carries one
 * @param sources the streams that it reads
 * @param sinks the streams that it makes
 */
public record Place(
        Templates templates, String module, String instance, String flag, List<String> sources, List<String> sinks) {
    public Place {
        sources = List.copyOf(sources);
        sinks = List.copyOf(sinks);
    }

    /** Binds a name to a value. */
    public static Binding is(String name, Object value) {
        return new Binding(name, String.valueOf(value));
    }

    /** A unit with a module of its own, which a template renders, with its memories, placed between its streams. */
    public Rtl own(String template, Object view, List<GeneratedFile> memories) {
        return own(template, view, memories, inAndOut());
    }

    /** The same unit with other ports. */
    public Rtl own(String template, Object view, List<GeneratedFile> memories, List<Binding> ports) {
        List<GeneratedFile> files = new ArrayList<>(memories);
        files.add(new GeneratedFile("rtl/" + module + ".v", templates.render("unit/" + template, view)));
        return new Rtl(files, clocked(module, List.of(), ports));
    }

    /** An instance of a library module, placed between the unit's streams. */
    public Instance library(String name, Binding... parameters) {
        return clocked(name, Arrays.asList(parameters), inAndOut());
    }

    /** An instance of a library module that only computes data; the handshake goes past it. */
    public Instance passing(String name, Binding... parameters) {
        String in = sources.get(0);
        String out = sinks.get(0);
        return new Instance(
                name,
                instance,
                false,
                Arrays.asList(parameters),
                List.of(is("in", in + "_data"), is("out", out + "_data")),
                List.of(is(out + "_valid", in + "_valid"), is(in + "_ready", out + "_ready")));
    }

    /** An instance of a module with a clock. */
    public Instance clocked(String name, List<Binding> parameters, List<Binding> ports) {
        return new Instance(name, instance, true, parameters, ports, List.of());
    }

    /** The ports {@code in_*} and {@code out_*}, bound to all sources and all sinks. */
    public List<Binding> inAndOut() {
        return join(List.of(ports("in", sources), ports("out", sinks)));
    }

    /** The ports {@code a_*} and {@code b_*}, bound to the two sources, and {@code out_*}. */
    public List<Binding> twoInAndOut() {
        return join(List.of(ports("a", sources.subList(0, 1)), ports("b", sources.subList(1, 2)), ports("out", sinks)));
    }

    /** The ports {@code flag_*}, bound to the flags of the frames, before {@code in_*} and {@code out_*}. */
    public List<Binding> flaggedInAndOut() {
        List<Binding> flags = List.of(
                is("flag_data", flag + "_bit"), is("flag_valid", flag + "_offered"), is("flag_ready", flag + "_taken"));
        return join(List.of(flags, inAndOut()));
    }

    private static List<Binding> join(List<List<Binding>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    /**
     * The ports {@code prefix_data}, {@code prefix_valid} and {@code prefix_ready}, bound to several streams side by
     * side.
     */
    private static List<Binding> ports(String prefix, List<String> streams) {
        return Stream.of("data", "valid", "ready")
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

    /** The name of the file with the unit's table, which lies beside the modules. */
    public String tableFile() {
        return module + ".mem";
    }
}
