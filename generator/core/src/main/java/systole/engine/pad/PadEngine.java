package systole.engine.pad;

import static systole.rtl.Place.is;

import java.util.Arrays;
import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.EngineKind;
import systole.engine.Fold;
import systole.engine.LaneEngine;
import systole.engine.timing.Feed;
import systole.engine.timing.Feeds;
import systole.engine.timing.Part;
import systole.network.IntType;
import systole.network.Padding.Explicit;
import systole.network.Shape;
import systole.op.Op;
import systole.op.RearrangeOp;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * A border of one value around each frame.
 *
 * @param shape the shape of the input
 * @param border the sizes of the border
 * @param value the element that fills the border
 */
public record PadEngine(String name, Shape shape, IntType type, Explicit border, int value, Fold fold)
        implements LaneEngine {
    public static final EngineKind KIND = new EngineKind("pad", PadEngine::claim);

    @Override
    public int lanesLimit() {
        return shape.channels();
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(fold.pe(), type, shape.elements()));
    }

    public int outHeight() {
        return border.top() + shape.height() + border.bottom();
    }

    public int outWidth() {
        return border.left() + shape.width() + border.right();
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(fold.pe(), type, outHeight() * outWidth() * shape.channels()));
    }

    @Override
    public PadEngine withFold(Fold other) {
        return new PadEngine(name, shape, type, border, value, other);
    }

    @Override
    public ResourceVector cost() {
        return ResourceVector.luts(30 + output().width());
    }

    private static List<PadEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof RearrangeOp o && o.arrangement() instanceof RearrangeOp.Border border
                ? List.of(new PadEngine(name, border.shape(), o.type(), border.sizes(), border.value(), new Fold(1, 1)))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    /** The outputs follow the inputs in the same cycle. */
    @Override
    public boolean registered() {
        return false;
    }

    @Override
    public boolean bursty() {
        return true;
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        int beats = shape.channels() / fold.pe();
        int width = outWidth() * beats;
        boolean[] inside = new boolean[outHeight() * width];
        for (int y = 0; y < shape.height(); y++) {
            int row = (border.top() + y) * width + border.left() * beats;
            Arrays.fill(inside, row, row + shape.width() * beats, true);
        }
        return Part.wire(List.of(Feeds.pad(in.get(0), inside)));
    }

    @Override
    public Rtl rtl(Place place) {
        return Rtl.of(place.library(
                "systole_pad",
                is("WIDTH", output().width()),
                is("BEATS", shape.channels() / fold.pe()),
                is("IN_H", shape.height()),
                is("IN_W", shape.width()),
                is("TOP", border.top()),
                is("BOTTOM", border.bottom()),
                is("LEFT", border.left()),
                is("RIGHT", border.right()),
                is("VALUE", output().repeated(value))));
    }

    @Override
    public Description description() {
        return Description.of(
                "pad", shape.height() + "×" + shape.width() + " to " + outHeight() + "×" + outWidth() + " pixels");
    }
}
