package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import systole.catalog.StandardCatalog;
import systole.frontend.text.NetWriter;
import systole.network.Network;
import systole.style.streaming.Plan;
import systole.target.board.Boards;

/** The random networks are what their users take them for. */
class RandomNetworksTest {
    @Provide
    Arbitrary<Network> networks() {
        return RandomNetworks.networks();
    }

    @Property(tries = 60)
    void canBePlannedAndAreSmall(@ForAll("networks") Network network) {
        Plan plan = RtlDesign.plan(network, Boards.find("arty-a7-100t").orElseThrow());
        assertTrue(plan.prediction().interval() <= 2 * RandomNetworks.MAX_CYCLES);
        network.types().values().forEach(t -> assertTrue(t.shape().elements() <= RandomNetworks.MAX_ELEMENTS));
    }

    @Test
    void theSameSeedGivesTheSameNetwork() {
        NetWriter writer = new NetWriter(StandardCatalog.CATALOG);
        for (long seed = 0; seed < 20; seed++) {
            assertEquals(
                    writer.write(RandomNetworks.of(seed)).text(),
                    writer.write(RandomNetworks.of(seed)).text());
        }
    }

    /** Whatever a soak may find can be told as text. */
    @Test
    void allKindsOccur() {
        Set<String> kinds = new TreeSet<>();
        Stream.concat(
                        LongStream.range(0, 200).mapToObj(RandomNetworks::of),
                        LongStream.range(0, 50).mapToObj(RandomLstms::of))
                .flatMap(n -> n.nodes().stream())
                .forEach(node -> kinds.add(node.layer().kind()));
        assertEquals(new TreeSet<>(StandardCatalog.CATALOG.names()), kinds);
    }
}
