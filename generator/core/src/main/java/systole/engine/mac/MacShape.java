package systole.engine.mac;

import systole.engine.Divisors;
import systole.engine.Fold;
import systole.engine.array.WeightOrder;
import systole.network.Window.Placed;
import systole.op.Weights;

/**
 * Geometry of what a {@link MacEngine} computes, and its folding: what they come to in beats and passes.
 *
 * @param window geometry
 * @param channels input channels
 * @param outChannels output channels
 * @param groups channel groups
 * @param shared true: {@code simd} elements of the window meet {@code pe} channels, all of which read the same elements;
 *     false, for {@code groups = channels} only: {@code pe} lanes, each with an element of its own
 * @param fold the folding; {@code simd} is 1 if not shared
 */
public record MacShape(Placed window, int channels, int outChannels, int groups, boolean shared, Fold fold) {
    public MacShape {
        if (!shared && groups != channels) {
            throw new IllegalArgumentException("lanes of their own need a group for each channel");
        }
    }

    /** The least folding. */
    public MacShape(Placed window, int channels, int outChannels, int groups) {
        this(window, channels, outChannels, groups, groups != channels || channels == 1, new Fold(1, 1));
    }

    MacShape withFold(Fold other) {
        return new MacShape(window, channels, outChannels, groups, shared, other);
    }

    /** Input channels of a group. */
    public int depth() {
        return channels / groups;
    }

    /** Output channels for each input channel of a group. */
    int depthMultiplier() {
        return outChannels / groups;
    }

    /** Elements of an input beat: as many as divide both a pixel and a beat of the window. */
    public int inLanes() {
        return Divisors.common(channels, windowLanes());
    }

    /** Elements of a beat of the window; a pixel's last beat is filled up with zeros. */
    public int windowLanes() {
        return shared ? fold.simd() : Math.max(1, fold.pe() / depthMultiplier());
    }

    /** Input beats of one of the window. */
    public int packRatio() {
        return windowLanes() / inLanes();
    }

    /** Input beats of a pixel. */
    public int pixelBeats() {
        return channels / inLanes();
    }

    /** Output channels that are computed, those that pad the last pass included. */
    public int computedChannels() {
        return weightPasses() * fold.pe();
    }

    /** Elements of a pixel in the window, those that pad its last beat included. */
    public int windowChannels() {
        return shared ? groups * depthBeats() * fold.simd() : Divisors.ceilDiv(channels, windowLanes()) * windowLanes();
    }

    /** True if the folding does not divide the channels. */
    boolean isPadded() {
        return computedChannels() > outChannels || windowChannels() > channels;
    }

    /** Passes until the weights repeat. */
    int weightPasses() {
        return Divisors.ceilDiv(outChannels, fold.pe());
    }

    /** Beats of a pass. */
    int length() {
        return window.taps() * (shared ? depthBeats() : 1);
    }

    /** Beats of the window that hold a group's channels, if shared. */
    private int depthBeats() {
        return Divisors.ceilDiv(depth(), fold.simd());
    }

    /** Beats of a pixel in the window. */
    int windowBeats() {
        return windowChannels() / windowLanes();
    }

    /** Groups for which passes are made, one after the other. */
    int passGroups() {
        return shared ? groups : windowBeats();
    }

    /** Passes over each group's window. */
    int repeat() {
        return shared ? Divisors.ceilDiv(depthMultiplier(), fold.pe()) : Math.max(1, depthMultiplier() / fold.pe());
    }

    /** Products of a frame. */
    long products() {
        return (long) window.taps() * depth() * window.outPixels() * outChannels;
    }

    /**
     * Weights as the array reads them: at each position passes over the taps, of each tap the channels of a group; 0 where
     * there are no such channels.
     */
    WeightOrder order(Weights values) {
        int depth = depth();
        int beats = depthBeats();
        return new WeightOrder() {
            @Override
            public int passes() {
                return weightPasses();
            }

            @Override
            public int beats(int pass) {
                return length();
            }

            @Override
            public int get(int pass, int beat, int row, int place) {
                int channel = pass * fold.pe() + place;
                int input = beat % beats * fold.simd() + row;
                return channel < outChannels && input < depth ? values.get(channel, beat / beats, input) : 0;
            }
        };
    }
}
