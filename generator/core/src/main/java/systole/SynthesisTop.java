package systole;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systole.design.Design;
import systole.diagnostic.RefusedException;
import systole.rtl.GeneratedFile;
import systole.shell.ShellElaborator;
import systole.shell.ShellEmitter;
import systole.shell.ShellSpec;
import systole.tool.Wrapper;

/**
 * Finds what a design is synthesized in, the shell of its board: that of its kit, or else the usual one.
 *
 * @param progress is told why a core is synthesized alone
 */
record SynthesisTop(Progress progress) {
    private static final String FOLDER = "rtl/";

    /** The shell and the module that joins it to the core; empty if there is none for the design. */
    Optional<Wrapper> around(Design design) {
        if (design.board().bare()) {
            return alone("of " + design.board().name() + " only the chip is known");
        }
        try {
            ShellSpec spec = BoardFiles.shell(design, 0, Math.round(design.hertz()), BoardOptions.DEFAULT);
            return design.hasKit()
                    ? Optional.of(wrapper(spec, design.files(), design.files()))
                    : ShellElaborator.find()
                            .map(shells -> new ShellEmitter(shells).emit(spec, design.files()))
                            .map(files -> wrapper(spec, design.files(), files))
                            .or(() -> alone("systole-shell is not on the class path"));
        } catch (RefusedException e) {
            return alone(e.diagnostics().get(0).message());
        }
    }

    private Optional<Wrapper> alone(String reason) {
        progress.withoutShell(reason);
        return Optional.empty();
    }

    /** The Verilog that the list of the shell has and that of the core has not. */
    private static Wrapper wrapper(ShellSpec spec, List<GeneratedFile> core, List<GeneratedFile> files) {
        List<String> ofCore = lines(core, "files.f").toList();
        Map<String, String> contents =
                files.stream().collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::content));
        return new Wrapper(
                spec.wrapperModule(),
                lines(files, spec.list())
                        .filter(name -> !ofCore.contains(name))
                        .collect(Collectors.toMap(Function.identity(), name -> contents.get(FOLDER + name))));
    }

    private static Stream<String> lines(List<GeneratedFile> files, String list) {
        return files.stream().filter(file -> file.path().equals(FOLDER + list)).flatMap(file -> file.content()
                .lines());
    }
}
