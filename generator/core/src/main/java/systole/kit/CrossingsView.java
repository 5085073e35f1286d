package systole.kit;

/** What is told of the crossings between bus clock and core clock. */
public record CrossingsView(String design, String module) {
    static CrossingsView of(KitDesign design) {
        return new CrossingsView(design.name(), design.top());
    }
}
