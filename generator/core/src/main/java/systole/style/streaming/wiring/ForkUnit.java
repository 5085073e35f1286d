package systole.style.streaming.wiring;

import static systole.rtl.Place.is;

import java.util.Collections;
import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.Unit;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.rtl.Place;
import systole.rtl.Rtl;

/** Gives each beat to several receivers. */
public record ForkUnit(String name, BeatStream stream, int count) implements Unit {
    @Override
    public List<BeatStream> inputs() {
        return List.of(stream);
    }

    @Override
    public List<BeatStream> outputs() {
        return Collections.nCopies(count, stream);
    }

    @Override
    public String kind() {
        return "fork";
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.fork(in.get(0), count);
    }

    @Override
    public Rtl rtl(Place place) {
        return Rtl.of(place.library("systole_fork", is("WIDTH", stream.width()), is("COUNT", count)));
    }

    @Override
    public Description description() {
        return Description.of("fork", count + " readers");
    }
}
