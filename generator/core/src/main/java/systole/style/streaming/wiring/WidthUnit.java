package systole.style.streaming.wiring;

import static systole.rtl.Place.is;

import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.Unit;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.rtl.Place;
import systole.rtl.Rtl;

/** Joins beats into wider ones, or splits them into narrower ones. One number of lanes divides the other. */
public record WidthUnit(String name, BeatStream in, int outLanes) implements Unit {
    public WidthUnit {
        if (in.lanes() == outLanes || (in.lanes() % outLanes != 0 && outLanes % in.lanes() != 0)) {
            throw new IllegalArgumentException("no whole ratio between " + in.lanes() + " and " + outLanes + " lanes");
        }
    }

    /** True if beats are joined. */
    public boolean widens() {
        return outLanes > in.lanes();
    }

    /** The number of narrow beats in a wide one. */
    public int ratio() {
        return widens() ? outLanes / in.lanes() : in.lanes() / outLanes;
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(in);
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(outLanes, in.type(), in.elements()));
    }

    @Override
    public String kind() {
        return "width";
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return widens() ? Part.widen(in.get(0), ratio()) : Part.narrow(in.get(0), ratio());
    }

    @Override
    public Rtl rtl(Place place) {
        int narrow = widens() ? in.width() : outputs().get(0).width();
        return Rtl.of(place.library(
                widens() ? "systole_widen" : "systole_narrow", is("WIDTH", narrow), is("RATIO", ratio())));
    }

    @Override
    public Description description() {
        return new Description("width", in.lanes() + " to " + outLanes + " lanes", in.lanes() + " → " + outLanes, "");
    }
}
