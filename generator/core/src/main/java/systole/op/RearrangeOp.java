package systole.op;

import java.util.List;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Padding.Explicit;
import systole.network.Shape;
import systole.network.Span;

/**
 * Puts elements in another order, repeats them or keeps them for the next frame, without changing any.
 *
 * @param type type of an element
 * @param arrangement the order of the output
 */
public record RearrangeOp(IntType type, Arrangement arrangement) implements Op {
    /** The order in which elements are put out. */
    public sealed interface Arrangement permits Chain, Border, Repetition, Selection, Permutation, Memory {}

    /**
     * In each round, {@code chunks[i]} elements of input i, for each input in turn.
     *
     * @param chunks elements of a round, for each input
     * @param rounds rounds of a frame
     */
    public record Chain(List<Integer> chunks, int rounds) implements Arrangement {
        public Chain {
            chunks = List.copyOf(chunks);
        }
    }

    /**
     * A border of one value around each frame.
     *
     * @param shape the shape of the input
     * @param sizes the sizes of the border
     * @param value the element that fills the border
     */
    public record Border(Shape shape, Explicit sizes, int value) implements Arrangement {
        /** The rows of the output. */
        public int outHeight() {
            return sizes.top() + shape.height() + sizes.bottom();
        }

        /** The columns of the output. */
        public int outWidth() {
            return sizes.left() + shape.width() + sizes.right();
        }
    }

    /**
     * Each block of elements several times before the next block.
     *
     * @param channels channels of a pixel
     * @param block elements of a block, whole pixels
     * @param times the number of times that each block is put out, at least 2
     * @param blocks blocks of a frame
     */
    public record Repetition(int channels, int block, int times, int blocks) implements Arrangement {}

    /**
     * The elements of some rows, columns and channels.
     *
     * @param shape the shape of the input
     */
    public record Selection(Shape shape, Span rows, Span columns, Span channels) implements Arrangement {
        /** The elements of a frame of the output. */
        public int elements() {
            return rows.count() * columns.count() * channels.count();
        }
    }

    /**
     * Each frame behind the last elements of what has come before it. They are kept from frame to frame, unless a frame
     * begins from a fresh state.
     *
     * @param initial the elements in front of a frame that begins from a fresh state
     * @param count elements of a frame of the input
     */
    public record Memory(IntTensor initial, int count) implements Arrangement {}
}
