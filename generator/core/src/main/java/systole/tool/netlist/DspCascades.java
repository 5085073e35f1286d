package systole.tool.netlist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import systole.tool.netlist.MappedCell.Pin;

/** The cascades of a netlist's DSP slices, whose sums go from slice to slice, from PCOUT to PCIN. */
public final class DspCascades {
    /** The most slices in a cascade that nextpnr-xilinx places. */
    public static final int OPEN_MOST = 10;

    private final Map<String, MappedCell> drivers = new HashMap<>();

    private DspCascades(List<MappedCell> cells) {
        for (MappedCell cell : cells) {
            cell.pins().stream()
                    .filter(pin -> cell.dsp() && pin.port().equals("PCOUT"))
                    .forEach(pin -> drivers.put(pin.net(), cell));
        }
    }

    /** The most slices that are in one cascade. A slice alone is a cascade of one; without any slice, it is 0. */
    public static int longest(List<MappedCell> cells) {
        DspCascades cascades = new DspCascades(cells);
        return cells.stream()
                .filter(MappedCell::dsp)
                .mapToInt(cascades::upTo)
                .max()
                .orElse(0);
    }

    /** The slices of a cascade from its first one to this one. */
    private int upTo(MappedCell last) {
        int slices = 0;
        MappedCell at = last;
        while (at != null) {
            slices++;
            at = before(at);
        }
        return slices;
    }

    private MappedCell before(MappedCell cell) {
        return cell.pins().stream()
                .filter(pin -> pin.port().equals("PCIN"))
                .map(Pin::net)
                .filter(drivers::containsKey)
                .findFirst()
                .map(drivers::get)
                .orElse(null);
    }
}
