package systole.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.Repository;

/** The house rules for templates: no logic in them, and Verilog that every tool reads. */
class TemplateStyleTest {
    private static final Path TEMPLATES = Repository.root().resolve("templates");

    /** FreeMarker's comments; they may say anything. */
    private static final Pattern COMMENT = Pattern.compile("<#--.*?-->", Pattern.DOTALL);

    private static final Pattern INTERPOLATION = Pattern.compile("\\$\\{([^}]*)}");
    /** In Tcl, and what it reads, where {@code ${x}} is Tcl's own. */
    private static final Pattern BRACKETS = Pattern.compile("\\[=([^]]*)]");

    private static final Pattern DIRECTIVE = Pattern.compile("</?[#@][^>]*>");
    /** What is there for proofs only, which every other tool skips. */
    private static final Pattern FORMAL = Pattern.compile("`ifdef FORMAL\n.*?`endif\n", Pattern.DOTALL);

    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");

    /** A default hides a misspelt name: {@code ${a!}}, {@code ${a!0}}, {@code ${(a)!}}; not {@code !=} and {@code !a}. */
    private static final Pattern DEFAULT = Pattern.compile("[\\w)]\\s*!(?!=)");

    private static final Pattern ARITHMETIC = Pattern.compile("[-+*/%]");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "<#(assign|local|global|function|include|setting)\\b|\\?(eval|interpret|new|api)\\b|\\.now\\b");
    private static final Pattern DATE =
            Pattern.compile("\\b(19|20)\\d\\d-\\d\\d|\\bdate\\b|\\bgenerated (on|at|by)\\b");
    private static final Pattern FOLDER = Pattern.compile("(?<![:/])/(home|tmp|usr|work|root|opt|Users)/|[A-Z]:\\\\");

    private static final Pattern SYSTEM_VERILOG = Pattern.compile("\\b(logic|bit|byte|int|shortint|longint|string|enum"
            + "|struct|union|typedef|package|import|interface|modport|class|unique|priority|return|break|continue"
            + "|always_ff|always_comb|always_latch|assert|assume|cover|property|sequence|final|foreach|inside|var|void)\\b"
            + "|\\+\\+|\\+=|'\\{|'[01xz]\\b|\\$(bits|size|error|fatal|countones|onehot0?)\\b");

    static List<Path> templates() {
        return files(".ftl");
    }

    static List<Path> verilog() {
        return files(".v.ftl");
    }

    static List<Path> library() {
        return verilog().stream()
                .filter(p -> p.getFileName().toString().startsWith("systole_"))
                .toList();
    }

    private static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path template) throws IOException {
        return COMMENT.matcher(Files.readString(template)).replaceAll("");
    }

    /** What FreeMarker computes: interpolations and directives, without their string literals. */
    private static List<String> expressions(String text) {
        List<String> expressions = new ArrayList<>();
        Matcher interpolation = INTERPOLATION.matcher(text);
        while (interpolation.find()) {
            expressions.add(STRING.matcher(interpolation.group(1)).replaceAll("\"\""));
        }
        Matcher directive = DIRECTIVE.matcher(text);
        while (directive.find()) {
            String inside = directive.group().replaceFirst("^</?", "").replaceFirst("/?>$", "");
            expressions.add(STRING.matcher(inside).replaceAll("\"\""));
        }
        return expressions;
    }

    /** The Verilog that remains: no comments, no strings, a word for each interpolation. */
    private static String code(String text) {
        String plain = INTERPOLATION
                .matcher(DIRECTIVE.matcher(FORMAL.matcher(text).replaceAll("")).replaceAll(""))
                .replaceAll("x");
        return STRING.matcher(plain).replaceAll("\"\"").replaceAll("//[^\n]*", "");
    }

    private static String moduleOf(Path template) {
        return template.getFileName().toString().replace(".v.ftl", "");
    }

    @Test
    void thereAreTemplates() {
        assertTrue(verilog().size() > 20);
    }

    private static boolean isTcl(Path template) {
        return template.toString().endsWith(".tcl.ftl") || template.toString().endsWith(".xdc.ftl");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templatesRenderAndComputeNothing(Path template) throws IOException {
        String text = text(template);
        String plain =
                isTcl(template) ? BRACKETS.matcher(text.replace("${", "$ {")).replaceAll("\\${$1}") : text;
        for (String expression : expressions(plain)) {
            assertTrue(!DEFAULT.matcher(expression).find(), "a default: " + expression);
            assertTrue(!ARITHMETIC.matcher(expression).find(), "arithmetic: " + expression);
        }
        Matcher forbidden = FORBIDDEN.matcher(text(template));
        assertTrue(!forbidden.find(), () -> "forbidden: " + forbidden.group());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noDatesNoPaths(Path template) throws IOException {
        String text = Files.readString(template);
        assertTrue(!DATE.matcher(text).find(), "a date");
        assertTrue(!FOLDER.matcher(text).find(), "a path");
    }

    @ParameterizedTest
    @MethodSource("verilog")
    void verilogOf2001(Path template) throws IOException {
        Matcher found = SYSTEM_VERILOG.matcher(code(text(template)));
        assertTrue(!found.find(), () -> "SystemVerilog: " + found.group());
    }

    /** Says what the module computes, and leaves the next file as it found it. */
    @ParameterizedTest
    @MethodSource("verilog")
    void everyModuleHasItsHeaderAndNoImplicitNets(Path template) throws IOException {
        String text = text(template).replaceAll("(?m)^<#import[^>]*>\n", "");
        String name = moduleOf(template).startsWith("systole_") ? moduleOf(template) : "${module}";
        assertTrue(text.startsWith("// " + name + ": "), "begins with // " + name + ": what it computes");
        List<String> lines = text.lines().filter(l -> !l.startsWith("//")).toList();
        assertEquals("`default_nettype none", lines.get(0));
        assertEquals("`default_nettype wire", lines.get(lines.size() - 1));
        assertTrue(text.endsWith("endmodule\n`default_nettype wire\n"));
        assertEquals(1, lines.stream().filter(l -> l.startsWith("module ")).count());
        assertTrue(lines.get(1).startsWith("module " + name + " "), lines.get(1));
    }

    /** They take parameters instead: a library module is the same text in every design. */
    @ParameterizedTest
    @MethodSource("library")
    void aLibraryModuleIsPlainVerilog(Path template) throws IOException {
        assertEquals(List.of(), expressions(text(template)));
    }

    @Test
    void theRulesCatchWhatTheyForbid() {
        assertTrue(DEFAULT.matcher("a!0").find() && DEFAULT.matcher("(a.b)!").find());
        assertTrue(!DEFAULT.matcher("a != b").find() && !DEFAULT.matcher("!a").find());
        assertEquals(List.of("a + 1", "#if a", "@m.x y=\"\""), expressions("${a + 1}<#if a><@m.x y=\"-\"/>"));
        assertTrue(SYSTEM_VERILOG
                .matcher(code("always_ff @(posedge clk) x <= '0;"))
                .find());
        assertTrue(!SYSTEM_VERILOG.matcher(code("wire x = 1'b0; // logic\n")).find());
        assertEquals(
                "${a - b} [get_ports c]",
                BRACKETS.matcher("[=a - b] [get_ports c]").replaceAll("\\${$1}"));
    }
}
