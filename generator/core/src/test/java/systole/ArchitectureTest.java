package systole;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import systole.catalog.EngineCatalog;
import systole.engine.EngineKind;

/** Holds the code to docs/architecture.puml: every package stands in it, and uses only what its arrows allow. */
class ArchitectureTest {
    private static final Path DIAGRAM = Repository.root().resolve("docs/architecture.puml");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("systole");

    @Test
    void packagesKeepToTheDiagram() {
        classes()
                .should(adhereToPlantUmlDiagram(DIAGRAM, consideringOnlyDependenciesInAnyPackage("systole..")))
                .check(CORE);
    }

    /** The rule above says nothing about a class that uses no other package, and is used by none. */
    @Test
    void everyPackageStandsInTheDiagram() throws IOException {
        List<PackageMatcher> drawn = Pattern.compile("<<(.*)>>")
                .matcher(Files.readString(DIAGRAM))
                .results()
                .map(found -> PackageMatcher.of(found.group(1)))
                .toList();
        Set<String> missing = CORE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> drawn.stream().noneMatch(component -> component.matches(name)))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), missing);
    }

    /** A permission that no package uses would invite a dependency that nobody planned. */
    @Test
    void everyArrowIsUsed() throws IOException {
        String diagram = Files.readString(DIAGRAM);
        Map<String, List<PackageMatcher>> packages = new HashMap<>();
        Pattern.compile("\\[(.*)]\\s*<<(.*)>>")
                .matcher(diagram)
                .results()
                .forEach(found -> packages.put(found.group(1), List.of(PackageMatcher.of(found.group(2)))));
        List<String> unused = Pattern.compile("\\[(.*)] --> \\[(.*)]")
                .matcher(diagram)
                .results()
                .filter(arrow -> CORE.stream()
                        .filter(c -> isIn(c, packages.get(arrow.group(1))))
                        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                        .noneMatch(d -> isIn(d.getTargetClass(), packages.get(arrow.group(2)))))
                .map(MatchResult::group)
                .toList();
        assertEquals(List.of(), unused);
    }

    /** Removes packages that no package points to until none is left. The packages of a circle would remain. */
    @Test
    void theDiagramHasNoCircles() throws IOException {
        List<List<String>> arrows = Pattern.compile("\\[(.*)] --> \\[(.*)]")
                .matcher(Files.readString(DIAGRAM))
                .results()
                .map(arrow -> List.of(arrow.group(1), arrow.group(2)))
                .toList();
        while (true) {
            Set<String> targets = arrows.stream().map(a -> a.get(1)).collect(Collectors.toSet());
            List<List<String>> left =
                    arrows.stream().filter(a -> targets.contains(a.get(0))).toList();
            if (left.size() == arrows.size()) {
                break;
            }
            arrows = left;
        }
        assertEquals(List.of(), arrows);
    }

    private static boolean isIn(JavaClass type, List<PackageMatcher> packages) {
        return packages.stream().anyMatch(p -> p.matches(type.getPackageName()));
    }

    /**
     * The code that joins engines uses only their methods, so that a new kind takes its package and a line in the
     * catalog.
     */
    @Test
    void onlyTheCatalogNamesAKindOfEngine() {
        Set<String> kinds = CORE.stream()
                .filter(c -> c.tryGetField("KIND")
                        .filter(f -> f.getRawType().isEquivalentTo(EngineKind.class))
                        .isPresent())
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertEquals(EngineCatalog.CATALOG.kinds().size(), kinds.size(), "each has a package of its own");
        for (String kind : kinds) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(kind)
                    .and()
                    .doNotBelongToAnyOf(EngineCatalog.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(kind)
                    .check(CORE);
        }
    }

    /** The diagram draws all kinds of layers as one box; inside it, one may build on another. */
    @Test
    void kindsOfLayersFormNoCycle() {
        slices().matching("systole.layer.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CORE);
    }

    /** The core returns values and throws refusals; only the command line talks to people. */
    @Test
    void theCoreIsSilent() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CORE);
    }
}
