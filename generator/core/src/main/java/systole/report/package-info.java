/**
 * The page {@code report.html} that a design is looked at with.
 *
 * <p>Enters: a plan, and what simulations and synthesis left in the design folder. Leaves: one self-contained page, the
 * same bytes for the same plan and results. View records hold every text and number; the template and the script of the
 * page show them. Of the network it sees types and shapes only, of the golden model nothing.
 */
package systole.report;
