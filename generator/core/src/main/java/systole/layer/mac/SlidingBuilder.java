package systole.layer.mac;

import systole.network.Padding;

/** Builds a convolution. */
public abstract class SlidingBuilder<L extends MacLayer, B extends SlidingBuilder<L, B>> extends MacBuilder<L, B> {
    private Sliding sliding = Sliding.UNIT;

    protected SlidingBuilder(String kind) {
        super(kind);
    }

    public B stride(int both) {
        return stride(both, both);
    }

    public B stride(int height, int width) {
        sliding = new Sliding(height, width, sliding.dilationH(), sliding.dilationW(), sliding.padding());
        return self();
    }

    public B dilation(int both) {
        return dilation(both, both);
    }

    public B dilation(int height, int width) {
        sliding = new Sliding(sliding.strideH(), sliding.strideW(), height, width, sliding.padding());
        return self();
    }

    public B padding(Padding padding) {
        sliding = new Sliding(sliding.strideH(), sliding.strideW(), sliding.dilationH(), sliding.dilationW(), padding);
        return self();
    }

    protected Sliding sliding() {
        return sliding;
    }
}
