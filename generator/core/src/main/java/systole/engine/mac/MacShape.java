package systole.engine.mac;

import systole.engine.Divisors;
import systole.engine.Fold;
import systole.engine.array.WeightOrder;
import systole.network.Range;
import systole.network.Window.Placed;
import systole.op.Weights;

/**
 * The geometry of a {@link MacEngine} and its folding, and the beats and passes that follow from them.
 *
 * @param window the window on the input
 * @param channels input channels
 * @param outChannels output channels
 * @param groups channel groups
 * @param shared true if {@code pe} channels read the same {@code simd} elements of the window; false if there are
 *     {@code pe} lanes, each with an element of its own, which is for {@code groups = channels} only
 * @param fold the folding; {@code simd} is 1 if not shared
 */
public record MacShape(Placed window, int channels, int outChannels, int groups, boolean shared, Fold fold) {
    public MacShape {
        if (!shared && groups != channels) {
            throw new IllegalArgumentException("lanes of their own need a group for each channel");
        }
    }

    /** The shape in the least folding. */
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

    /** Elements of an input beat, the most that divide both a pixel and a beat of the window. */
    public int inLanes() {
        return Divisors.common(channels, windowLanes());
    }

    /** Elements of a beat of the window. The last beat of a pixel is filled with zeros. */
    public int windowLanes() {
        return shared ? fold.simd() : Math.max(1, fold.pe() / depthMultiplier());
    }

    /** The number of input beats in one beat of the window. */
    public int packRatio() {
        return windowLanes() / inLanes();
    }

    /** Input beats of a pixel. */
    public int pixelBeats() {
        return channels / inLanes();
    }

    /** Output channels that are computed, including those that pad the last pass. */
    public int computedChannels() {
        return weightPasses() * fold.pe();
    }

    /** Elements of a pixel in the window, including those that pad its last beat. */
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

    /** The number of groups that get passes of their own, one after the other. */
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
     * The weights in the order in which the array reads them: at each position, passes over the taps, and for each tap
     * the channels of a group. Channels that do not exist have weights of 0.
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

            @Override
            public Range range() {
                return values.range();
            }
        };
    }
}
