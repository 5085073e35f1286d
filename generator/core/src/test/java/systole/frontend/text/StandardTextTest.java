package systole.frontend.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import systole.catalog.StandardCatalog;
import systole.network.Network;

/** Many kinds in canonical form: reading and writing changes no byte. */
class StandardTextTest {
    private static final String TEXT =
            """
            network zoo

            input image : uint8[6, 6, 2] scale 0.5 zero 3

            a = conv2d(image, weights = [[[[1, -2]]], [[[3, 4]]]], bias = [5, 6], stride = [1, 2],
                       padding = same, requant = double([0.25, 0.5]), activation = relu)
                -> int8 scale 0.1 zero -128
                fold pe = 2 simd = 1
            b = depthwise_conv2d(a, weights = [[[1, 2]]], requant = half_up(0.01)) -> int8 scale 0.1
            c = pad(b, padding = [0, 1, 1, 0])
            d = maxpool2d(c, kernel = 2, stride = 1)
            e = avgpool2d(d, kernel = [1, 2], stride = 1, padding = same)
            f = relu(e)
            g = relu6(f)
            h = clamp(g, lo = -5, hi = 100)
            i = add(h, h) -> int8 scale 0.2
            j = concat(i, i)
            k = reshape(j, shape = [18, 4])
            l = conv1d(k, weights = [[[1, 2, 3, 4]]], stride = 16,
                       requant = pow2(shift = 3, rounding = half_even))
                -> uint2
            m = lookup(l, table = [3, 1, -2, 0]) -> int8 scale 0.2
            n = flatten(m)
            o = global_maxpool(i)
            p = global_avgpool(i)
            q = add(o, p, requant = shift(mul = 3, add = 0, log2 = 1), clamp = [0, 9]) -> int8 scale 0.2
            r = flatten(q)
            s = concat(r, n)
            t = dense(s, weights = [[1, 0, 2, 0], [0, 1, 0, 1]], requant = thresholds([[-4, 0, 6], [1, 2, 3]]))
                -> uint2
            u = softmax(t, beta = 0.5)
            v = argmax(u)

            output v
            """;

    @Test
    void readingAndWritingChangesNothing() {
        NetText written = new NetWriter(StandardCatalog.CATALOG).write(read(TEXT));
        assertEquals(TEXT, written.text());
        assertTrue(written.arrays().isEmpty());
    }

    /** Frontends allow whatever the layers allow, so the text must hold it. */
    @Test
    void wideBordersReadBack() {
        String text = "network n\n\ninput x : int8[4, 1]\n\ny = pad(x, padding = [0, 0, 5000, 0])\n\noutput y\n";
        assertEquals(
                text, new NetWriter(StandardCatalog.CATALOG).write(read(text)).text());
    }

    private static Network read(String text) {
        return new NetReader(StandardCatalog.CATALOG).read(text, "zoo.net", Path.of("."));
    }
}
