package systole.frames;

import systole.network.Shape;

/**
 * The place of an element of a frame, in numbers for people.
 *
 * @param frame counted from 0
 * @param y row
 * @param x column
 * @param channel counted from 0
 */
public record Place(long frame, long y, long x, long channel) {
    /** The place of the element at a row-major position. */
    public Place(int frame, Shape shape, int element) {
        this(
                frame,
                element / shape.channels() / shape.width(),
                element / shape.channels() % shape.width(),
                element % shape.channels());
    }

    @Override
    public String toString() {
        return "frame " + frame + ", y " + y + ", x " + x + ", channel " + channel;
    }
}
