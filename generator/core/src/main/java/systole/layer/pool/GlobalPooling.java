package systole.layer.pool;

import systole.network.Activation;
import systole.network.Padding;
import systole.network.Shape;
import systole.network.Window;

/** Pooling whose window is the whole input. */
public interface GlobalPooling extends Pooling {
    @Override
    default Window window(Shape input) {
        return new Window(input.height(), input.width(), 1, 1, 1, 1, Padding.Automatic.VALID);
    }

    @Override
    default Activation activation() {
        return Activation.Named.NONE;
    }
}
