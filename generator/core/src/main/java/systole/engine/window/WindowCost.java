package systole.engine.window;

import systole.engine.Memory;
import systole.network.Window;
import systole.network.Window.Placed;
import systole.target.resource.ResourceVector;

/**
 * The resources that a window generator without its ring is expected to need. The formula was fitted to synthesized
 * generators.
 */
final class WindowCost {
    private WindowCost() {}

    static ResourceVector of(Passes passes) {
        Placed p = passes.window();
        Window w = p.window();
        int reach = (p.inH() + w.kernelH() * w.dilationH() + w.strideH()) * p.inW()
                + w.kernelW() * w.dilationW()
                + w.strideW()
                + passes.ring();
        int coordinates = padded(p)
                ? Memory.addressBits(p.inH() + w.extentH()) + Memory.addressBits(p.inW() + w.extentW()) + 4
                : 0;
        double luts = 2.0 * Memory.addressBits(passes.ring() * passes.beats()) * addresses(passes)
                + 7.5 * (Memory.addressBits(reach) + 3)
                + 8.3 * coordinates;
        return ResourceVector.luts((int) Math.round(luts));
    }

    /** The number of addresses that are kept: one for writing, and one for each loop with more than one round. */
    private static int addresses(Passes passes) {
        Placed p = passes.window();
        int[] rounds = {
            passes.beats() / passes.groups(),
            p.window().kernelW(),
            p.window().kernelH(),
            passes.groups(),
            p.outW(),
            p.outH()
        };
        int addresses = 1;
        for (int r : rounds) {
            addresses += r > 1 ? 1 : 0;
        }
        return addresses;
    }

    private static boolean padded(Placed p) {
        return p.padTop() > 0
                || p.padLeft() > 0
                || (p.outH() - 1) * p.window().strideH() + p.window().extentH() > p.inH()
                || (p.outW() - 1) * p.window().strideW() + p.window().extentW() > p.inW();
    }
}
