package systole.rtl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.rtl.Instance.Binding;

/**
 * Where a unit stands in the top level.
 *
 * @param templates render its module
 * @param module the name of its module if it has one of its own, and what the names of its files begin with
 * @param unit its name
 * @param sources the streams that it reads
 * @param sinks the streams that it makes
 */
public record Place(Templates templates, String module, String unit, List<String> sources, List<String> sinks) {
    public Place {
        sources = List.copyOf(sources);
        sinks = List.copyOf(sinks);
    }

    /** A name and what it is bound to. */
    public static Binding is(String name, Object value) {
        return new Binding(name, String.valueOf(value));
    }

    /** The unit's own module, rendered by a template, with its memories, standing between its streams. */
    public Rtl own(String template, Object view, List<GeneratedFile> memories) {
        return own(template, view, memories, inAndOut());
    }

    /** The same with other ports. */
    public Rtl own(String template, Object view, List<GeneratedFile> memories, List<Binding> ports) {
        List<GeneratedFile> files = new ArrayList<>(memories);
        files.add(new GeneratedFile("rtl/" + module + ".v", templates.render("rtl/" + template, view)));
        return new Rtl(files, clocked(module, List.of(), ports));
    }

    /** A module of the library between the unit's streams. */
    public Instance library(String name, Binding... parameters) {
        return clocked(name, Arrays.asList(parameters), inAndOut());
    }

    /** A module with a clock. */
    public Instance clocked(String name, List<Binding> parameters, List<Binding> ports) {
        return new Instance(name, unit, true, parameters, ports, List.of());
    }

    /** Ports {@code in_*} and {@code out_*}, bound to all sources and all sinks. */
    public List<Binding> inAndOut() {
        return join(List.of(ports("in", sources), ports("out", sinks)));
    }

    /** Ports {@code a_*} and {@code b_*}, bound to the two sources, and {@code out_*}. */
    public List<Binding> twoInAndOut() {
        return join(List.of(ports("a", sources.subList(0, 1)), ports("b", sources.subList(1, 2)), ports("out", sinks)));
    }

    /** Ports {@code flag_*}, bound to the frames' flags, before {@code in_*} and {@code out_*}. */
    public List<Binding> flaggedInAndOut() {
        String flag = flag(unit);
        List<Binding> flags = List.of(
                is("flag_data", flag + "_bit"), is("flag_valid", flag + "_offered"), is("flag_ready", flag + "_taken"));
        return join(List.of(flags, inAndOut()));
    }

    /** The wires of the flags that tell a unit which frames begin afresh; their endings are not those of a stream. */
    public static String flag(String unit) {
        return unit + "_flag";
    }

    private static List<Binding> join(List<List<Binding>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** Ports {@code prefix_data}, {@code prefix_valid} and {@code prefix_ready}, bound to streams side by side. */
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

    /** The file of the unit's table, which lies beside the modules. */
    public String tableFile() {
        return module + ".mem";
    }
}
