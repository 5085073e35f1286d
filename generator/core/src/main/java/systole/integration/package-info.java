/**
 * The files with which other flows take a design as one of their parts: IP-XACT, FuseSoC, LiteX and cocotb.
 *
 * <p>Enters: a design, and the shell around it if it has one. Leaves: files that join the others in the design's folder. Each
 * {@link systole.integration.IntegrationPart} makes some of them from a {@link systole.integration.HardwareModule} and
 * knows no other. Sees no plan and no layers.
 */
package systole.integration;
