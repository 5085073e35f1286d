package systole.target.board;

import java.util.ArrayList;
import java.util.List;

/**
 * A clock that the board drives into the FPGA, over one wire or over a pair.
 *
 * @param mhz frequency
 * @param pad where it comes in
 * @param inverted of a pair, where its inverse comes in; otherwise empty
 */
public record Oscillator(double mhz, PinPad pad, List<PinPad> inverted) {
    /** @throws IllegalArgumentException if no input could take the frequency, or the pads are no pair */
    public Oscillator {
        inverted = List.copyOf(inverted);
        if (!(mhz >= 1 && mhz <= 800)) {
            throw new IllegalArgumentException("mhz must be a frequency from 1 to 800, not '" + mhz + "'");
        }
        if (inverted.size() != (pad.ofAPair() ? 1 : 0)) {
            throw new IllegalArgumentException("inverted must have " + (pad.ofAPair() ? "one pad" : "none")
                    + ", for the standard of pin " + pad.pin() + " is " + pad.standard());
        }
        for (PinPad other : inverted) {
            if (other.bank() != pad.bank() || !other.standard().equals(pad.standard())) {
                throw new IllegalArgumentException("inverted must have the bank and the standard of pin " + pad.pin()
                        + ", not '" + other.bank() + "' and '" + other.standard() + "'");
            }
        }
    }

    /** Over one wire. */
    public Oscillator(double mhz, PinPad pad) {
        this(mhz, pad, List.of());
    }

    /** All that it is wired to. */
    List<PinPad> pads() {
        List<PinPad> pads = new ArrayList<>(List.of(pad));
        pads.addAll(inverted);
        return pads;
    }
}
