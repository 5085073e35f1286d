package systole.target.chip;

/**
 * The processor beside the fabric of a family's chips, and where a design is on its bus.
 *
 * @param name for people
 * @param script the Tcl that puts it into a block design
 * @param registers address of the design's registers
 * @param dma address of those of the DMA beside it
 * @param compiler prefix of the compiler for its Linux
 * @param tree what its Linux says about the fabric
 * @param least the lowest frequency that its crystal may have, in MHz
 * @param most the highest
 */
public record ProcessingSystem(
        String name,
        String script,
        long registers,
        long dma,
        String compiler,
        DeviceTree tree,
        double least,
        double most) {
    /**
     * What the device tree of its Linux has for the fabric.
     *
     * @param architecture the name of the chips in AMD's bootgen
     * @param controller the label of the interrupt controller
     * @param interrupt the number of the first interrupt from the fabric, as a shared peripheral interrupt
     * @param cells the cells of an address, and of a size
     */
    public record DeviceTree(String architecture, String controller, int interrupt, int cells) {}
}
