package systole.target.chip;

import java.util.List;
import java.util.Optional;

/** What the chips of a family have in common. */
public interface ChipFamily {
    /** For people. */
    String name();

    /** Whether a part is of this family, written as Vivado does: in full, or the device alone. */
    boolean makes(String part);

    /** A full part of this family, for messages: device, package, speed grade. */
    String example();

    DspSlice dsp();

    /** Memories in blocks; a chip need not have each kind. */
    List<MemoryBlock> memories();

    Synthesizer synthesizer();

    /** The families of Vivado that these chips are of, as IP names them. */
    List<String> vivadoFamilies();

    /** The processor that a part has, if it has one. */
    Optional<ProcessingSystem> processor(String part);

    /** Whether Systole makes a top for chips without a processor: clock manager, pads, configuration. */
    boolean standsAlone();

    /** How quick a part is, if delays of the family are known. */
    Optional<SpeedGrade> speedGrade(String part);

    /** The database of open place and route that has a part, if there is one. */
    Optional<String> openDatabase(String part);
}
