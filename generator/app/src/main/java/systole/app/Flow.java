package systole.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.golden.GoldenModel;
import systole.layer.Catalog;
import systole.network.Network;
import systole.style.streaming.Planner;

/** The stages that a network passes through, put together with one catalog. */
record Flow(Catalog catalog, ModelReader models) {
    /** @param notes receives a line for each part of a model that does not become hardware */
    static Flow standard(Consumer<String> notes) {
        Catalog catalog = StandardCatalog.CATALOG;
        return new Flow(catalog, ModelReader.over(catalog, notes));
    }

    Model read(Path model) {
        return models.read(model);
    }

    Planner planner() {
        return new Planner(catalog, EngineCatalog.CATALOG);
    }

    GoldenModel golden(Network network) {
        return new GoldenModel(network, layer -> catalog.of(layer).golden());
    }
}
