package systole.kit;

/** A placeholder for the crossings' names. */
record CrossingsView(String design) {
    static CrossingsView of(KitDesign design) {
        return new CrossingsView(design.name());
    }
}
