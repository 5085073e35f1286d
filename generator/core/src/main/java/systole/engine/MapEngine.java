package systole.engine;

import java.util.List;
import systole.network.IntType;

/** An engine that makes one element from each element, in lanes side by side that divide the channels of a pixel. */
public interface MapEngine extends LaneEngine {
    /** The type of an element that comes in. */
    IntType in();

    /** The type of an element that it makes. */
    IntType out();

    /** Channels of a pixel. */
    int channels();

    /** Elements of a frame. */
    int elements();

    @Override
    default int lanesLimit() {
        return channels();
    }

    @Override
    default List<BeatStream> inputs() {
        return List.of(new BeatStream(fold().pe(), in(), elements()));
    }

    @Override
    default List<BeatStream> outputs() {
        return List.of(new BeatStream(fold().pe(), out(), elements()));
    }
}
