package systole.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import systole.network.Layer;
import systole.toy.Sum;
import systole.toy.ToyCatalog;

class CatalogTest {
    @Test
    void findsKindsByNameAndByLayer() {
        assertSame(ToyCatalog.SUM, ToyCatalog.CATALOG.find("sum").orElseThrow());
        assertTrue(ToyCatalog.CATALOG.find("Sum").isEmpty());
        Layer layer = new Sum();
        assertSame(ToyCatalog.SUM, ToyCatalog.CATALOG.of(layer));
        assertEquals(List.of("blend", "sum"), ToyCatalog.CATALOG.names());
    }

    @Test
    void everyKindIsInItOnce() {
        assertThrows(IllegalArgumentException.class, () -> new Catalog(List.of(ToyCatalog.SUM, ToyCatalog.SUM)));
        Catalog small = new Catalog(List.of(ToyCatalog.BLEND));
        assertThrows(IllegalArgumentException.class, () -> small.of(new Sum()));
    }
}
