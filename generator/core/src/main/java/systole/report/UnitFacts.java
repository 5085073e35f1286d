package systole.report;

import java.util.List;

/**
 * What a unit is, in words.
 *
 * @param kind in two or three words
 * @param detail sizes and types
 * @param multiplier what multiplies; empty if nothing does
 * @param memories what it stores
 */
record UnitFacts(String kind, String detail, String multiplier, List<MemoryUse> memories) {
    UnitFacts {
        memories = List.copyOf(memories);
    }

    static UnitFacts plain(String kind, String detail) {
        return new UnitFacts(kind, detail, "", List.of());
    }

    static UnitFacts storing(String kind, String detail, List<MemoryUse> memories) {
        return new UnitFacts(kind, detail, "", memories);
    }
}
