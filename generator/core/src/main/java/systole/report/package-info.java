/**
 * The page {@code report.html}, which shows a design.
 *
 * <p>Enters: a plan, and the results that simulations and synthesis left in the design folder. Leaves: one
 * self-contained page, the same bytes for the same plan and results. View records hold every text and number; the
 * template and the script of the page show them. It sees only the types and shapes of the network, and nothing of the
 * golden model.
 */
package systole.report;
