package systole.engine;

import java.util.List;

/** An engine that looks at the channels of a pixel one after the other and cannot be folded. */
public interface PixelEngine extends Engine {
    @Override
    default Folding folding() {
        return new Lanes(1);
    }

    @Override
    default List<? extends Engine> foldings() {
        return List.of(this);
    }
}
