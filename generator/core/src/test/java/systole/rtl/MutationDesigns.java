package systole.rtl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import systole.Repository;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.engine.EngineKind;
import systole.frontend.text.NetReader;
import systole.network.Network;

/** The designs whose mutants are made: the sample of each kind of engine, and networks that are made for faults. */
public final class MutationDesigns {
    /** As many frames as these cycles take, but not fewer than the second number. */
    private static final double CYCLES = 2_000;

    private static final int FRAMES = 4;

    private static final Path FOLDER = Repository.root().resolve("generator/core/src/test/resources/mutation");

    /** Networks that are made to find mutants which no other one finds. */
    private static final List<String> OWN = List.of("addends", "probabilities", "steps", "tables");

    private MutationDesigns() {}

    public static List<String> names() {
        List<String> names = new ArrayList<>(
                EngineCatalog.CATALOG.kinds().stream().map(EngineKind::name).toList());
        names.addAll(new TreeSet<>(FaultNetworks.ALL.keySet()));
        names.addAll(OWN);
        return names;
    }

    public static RtlDesign write(String name, Path folder) {
        if (FaultNetworks.ALL.containsKey(name)) {
            return RtlDesign.write(FaultNetworks.ALL.get(name), Multiplied.by(FaultNetworks.multiplier(name)), folder);
        }
        if (OWN.contains(name)) {
            Network network = new NetReader(StandardCatalog.CATALOG).read(FOLDER.resolve(name + ".net"));
            return RtlDesign.write(network, EngineCheck.plan(network, EngineCatalog.CATALOG), folder);
        }
        return EngineCheck.of(EngineSample.of(name), EngineCatalog.CATALOG).write(folder);
    }

    public static int frames(RtlDesign design) {
        return FRAMES + (int) (CYCLES / design.plan().prediction().interval());
    }
}
