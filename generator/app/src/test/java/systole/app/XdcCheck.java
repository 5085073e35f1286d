package systole.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import systole.target.board.BoardIo;
import systole.target.board.PinPad;

/**
 * Resolves every object of a constraint file against the netlist and every pin against the board, and looks for what is
 * missing.
 */
final class XdcCheck {
    private static final Set<String> DESIGN_PROPERTIES = Set.of(
            "CFGBVS",
            "CONFIG_VOLTAGE",
            "BITSTREAM.CONFIG.SPI_BUSWIDTH",
            "BITSTREAM.CONFIG.CONFIGRATE",
            "BITSTREAM.GENERAL.COMPRESS");

    private final Netlist netlist;
    private final BoardIo io;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> pinOf = new HashMap<>();
    private final Map<String, String> standardOf = new HashMap<>();
    private final Set<String> timed = new HashSet<>();
    private final Set<String> clocks = new HashSet<>();

    private XdcCheck(Netlist netlist, BoardIo io) {
        this.netlist = netlist;
        this.io = io;
    }

    /** What is wrong with a file that constrains a whole board; empty if nothing. */
    static List<String> problems(String text, Netlist netlist, BoardIo io) {
        XdcCheck check = new XdcCheck(netlist, io);
        XdcFile.commands(text).forEach(check::command);
        check.complete();
        return check.problems;
    }

    private void command(List<String> words) {
        switch (words.get(0)) {
            case "set_property" -> property(words);
            case "create_clock" -> clock(words);
            case "create_generated_clock" -> generated(words);
            case "set_false_path" -> ends(words, "-from", "-to");
            case "set_max_delay" -> ends(words, "-from", "-to");
            default -> problems.add("unknown command " + words.get(0));
        }
    }

    private void property(List<String> words) {
        boolean dict = words.get(1).equals("-dict");
        List<String> pairs = dict ? XdcFile.inside(words.get(2)) : words.subList(1, words.size() - 1);
        String object = words.get(words.size() - 1);
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            String name = pairs.get(i);
            String value = pairs.get(i + 1);
            if (object.equals("[current_design]")) {
                if (!DESIGN_PROPERTIES.contains(name)) {
                    problems.add("a design has no property " + name);
                }
                continue;
            }
            port(object).ifPresent(port -> {
                switch (name) {
                    case "PACKAGE_PIN", "LOC" -> pinOf.put(port, value);
                    case "IOSTANDARD" -> standardOf.put(port, value);
                    default -> problems.add("a port has no property " + name);
                }
            });
        }
    }

    private void clock(List<String> words) {
        String object = words.get(words.size() - 1);
        option(words, "-name").ifPresent(clocks::add);
        port(object).ifPresent(port -> {
            timed.add(port);
            double period = Double.parseDouble(option(words, "-period").orElse("0"));
            double actual = 1e3 / io.clocks().get(0).mhz();
            if (period > actual || period < actual - 0.001) {
                problems.add("the clock of the board has " + actual + " ns, not " + period);
            }
        });
    }

    private void generated(List<String> words) {
        option(words, "-name").ifPresent(clocks::add);
        object(words.get(words.size() - 1));
    }

    private void ends(List<String> words, String... options) {
        for (String option : options) {
            option(words, option).ifPresent(object -> {
                if (object.startsWith("[get_ports")) {
                    port(object).ifPresent(timed::add);
                } else {
                    object(object);
                }
            });
        }
    }

    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 >= words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    private Optional<String> port(String object) {
        List<String> words = XdcFile.inside(object);
        if (words.size() != 2 || !words.get(0).equals("get_ports")) {
            problems.add("a port is expected, not " + object);
            return Optional.empty();
        }
        String port = words.get(1);
        if (!netlist.ports().containsKey(port)) {
            problems.add("there is no port " + port);
            return Optional.empty();
        }
        return Optional.of(port);
    }

    private void object(String object) {
        List<String> words = XdcFile.inside(object);
        String name = String.join(" ", XdcFile.inside(words.get(words.size() - 1)));
        boolean there =
                switch (words.get(0)) {
                    case "get_pins" -> netlist.hasPin(name);
                    case "get_cells" -> netlist.hasCell(name);
                    case "get_clocks" -> clocks.contains(name);
                    default -> false;
                };
        if (!there) {
            problems.add("there is no " + object);
        }
    }

    /** Every port has a pin of the board of its own, with a standard that fits the bank, and is timed or excepted. */
    private void complete() {
        Map<String, PinPad> pads = new HashMap<>();
        io.pads().forEach(pad -> pads.put(pad.pin(), pad));
        Set<String> used = new HashSet<>();
        for (String port : new TreeSet<>(netlist.ports().keySet())) {
            if (!pinOf.containsKey(port)) {
                problems.add("port " + port + " has no pin");
                continue;
            }
            String pin = pinOf.get(port);
            if (!used.add(pin)) {
                problems.add("pin " + pin + " is used twice");
            }
            if (!pads.containsKey(pin)) {
                problems.add("the board does not use pin " + pin);
            } else if (!pads.get(pin).standard().equals(standardOf.getOrDefault(port, "none"))) {
                problems.add("the standard of port " + port + " does not fit bank "
                        + pads.get(pin).bank());
            }
            boolean inverse =
                    io.clocks().get(0).inverted().stream().anyMatch(p -> p.pin().equals(pin));
            if (!timed.contains(port) && !inverse) {
                problems.add("port " + port + " is neither timed nor excepted");
            }
        }
    }
}
