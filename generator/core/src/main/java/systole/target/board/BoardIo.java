package systole.target.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import systole.target.chip.ProcessingSystem;

/**
 * The parts around the FPGA of a board. A list is empty if the board has no such part.
 *
 * @param vivadoBoards names of the board in Vivado, without version; the first that is installed is taken
 * @param loaders the board's name in openFPGALoader
 * @param processors the processing system, if the chip has one
 * @param banks supply of each I/O bank that has a pad here, in volts; if a jumper sets it, the value as delivered
 * @param clocks oscillators at clock-capable pins of the FPGA; designs use the first one
 * @param uarts UARTs at pins of the FPGA, not those of a processor
 * @param leds lit by a high level
 * @param buttons push buttons, the first of which resets a design
 * @param configurations how the FPGA is configured, unless a processor does it
 */
public record BoardIo(
        List<String> vivadoBoards,
        List<String> loaders,
        List<Processor> processors,
        Map<Integer, Double> banks,
        List<Oscillator> clocks,
        List<SerialPort> uarts,
        List<PinPad> leds,
        List<Button> buttons,
        List<Configuration> configurations) {
    /** No parts, for a board of which only the chip is known. */
    public static final BoardIo NONE = new BoardIo(
            List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** @throws IllegalArgumentException naming the pad that cannot be true: used twice, or not fitting its bank */
    public BoardIo {
        vivadoBoards = List.copyOf(vivadoBoards);
        loaders = List.copyOf(loaders);
        processors = List.copyOf(processors);
        banks = new TreeMap<>(banks);
        clocks = List.copyOf(clocks);
        uarts = List.copyOf(uarts);
        leds = List.copyOf(leds);
        buttons = List.copyOf(buttons);
        configurations = List.copyOf(configurations);
        for (PinPad pad : single(uarts, leds, buttons)) {
            require(
                    !pad.ofAPair(),
                    "standard of pin " + pad.pin() + " is " + pad.standard() + ", of a pair, which only clocks may be");
        }
        Set<String> used = new HashSet<>();
        for (PinPad pad : pads(clocks, uarts, leds, buttons)) {
            if (!used.add(pad.pin())) {
                throw new IllegalArgumentException("pin " + pad.pin() + " is used twice");
            }
            if (!banks.containsKey(pad.bank())) {
                throw new IllegalArgumentException(
                        "banks has no " + pad.bank() + ", which pin " + pad.pin() + " is in");
            }
            if (!pad.fits(banks.get(pad.bank()))) {
                throw new IllegalArgumentException("standard of pin " + pad.pin() + " is " + pad.standard()
                        + ", but bank " + pad.bank() + " has " + banks.get(pad.bank()) + " V");
            }
        }
    }

    /** @throws IllegalArgumentException naming the first thing that a design without a processor is without */
    void requireAlone() {
        require(!clocks.isEmpty(), "clocks must have one, or processors");
        require(uarts.size() == 1, "uarts must have one");
        require(leds.size() >= 2, "leds must have two");
        require(!buttons.isEmpty(), "buttons must have one");
        require(configurations.size() == 1, "configurations must have one");
    }

    /** @throws IllegalArgumentException naming the first thing that does not go with the chip's processor */
    void requireProcessor(ProcessingSystem system) {
        require(processors.size() == 1, "processors must have one");
        require(configurations.isEmpty(), "configurations must be empty, for the processor configures the chip");
        double mhz = processors.get(0).crystalMhz();
        require(
                mhz >= system.least() && mhz <= system.most(),
                String.format(
                        Locale.ROOT,
                        "crystalMhz must be from %.0f to %.0f for a %s, not '%s'",
                        system.least(),
                        system.most(),
                        system.name(),
                        mhz));
    }

    private static void require(boolean good, String message) {
        if (!good) {
            throw new IllegalArgumentException(message);
        }
    }

    @Override
    public Map<Integer, Double> banks() {
        return new TreeMap<>(banks);
    }

    /** Every pin that the board file names. */
    public List<PinPad> pads() {
        return pads(clocks, uarts, leds, buttons);
    }

    private static List<PinPad> pads(
            List<Oscillator> clocks, List<SerialPort> uarts, List<PinPad> leds, List<Button> buttons) {
        List<PinPad> pads = new ArrayList<>();
        clocks.forEach(c -> pads.addAll(c.pads()));
        pads.addAll(single(uarts, leds, buttons));
        return pads;
    }

    private static List<PinPad> single(List<SerialPort> uarts, List<PinPad> leds, List<Button> buttons) {
        List<PinPad> pads = new ArrayList<>();
        uarts.forEach(u -> pads.addAll(List.of(u.fromHost(), u.toHost())));
        pads.addAll(leds);
        buttons.forEach(b -> pads.add(b.pad()));
        return pads;
    }
}
