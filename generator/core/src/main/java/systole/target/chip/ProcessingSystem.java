package systole.target.chip;

/**
 * The processor beside the fabric of a family's chips, and where a design is on its bus.
 *
 * @param name for people
 * @param script the Tcl that puts it into a block design
 * @param registers address of the design's registers
 * @param dma address of those of the DMA beside it
 * @param compiler prefix of the compiler for its Linux
 * @param least the lowest frequency that its crystal may have, in MHz
 * @param most the highest
 */
public record ProcessingSystem(
        String name, String script, long registers, long dma, String compiler, double least, double most) {}
