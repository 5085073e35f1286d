package systole.rtl;

import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.OrMatcher;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The template engine. It is strict, so that an undefined name is an error, and it works the same on every machine. */
public final class Templates {
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    public Templates() {
        configuration.setClassLoaderForTemplateLoading(Templates.class.getClassLoader(), "templates");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        // Tcl and the files that it reads use ${x} themselves, so their templates use [=x].
        TemplateConfiguration brackets = new TemplateConfiguration();
        brackets.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setTemplateConfigurations(new ConditionalTemplateConfigurationFactory(
                new OrMatcher(new FileNameGlobMatcher("*.tcl.ftl"), new FileNameGlobMatcher("*.xdc.ftl")), brackets));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    }

    /**
     * Renders a view.
     *
     * @param template path below {@code templates/}
     * @throws IllegalStateException if the template and the view do not match
     */
    public String render(String template, Object view) {
        try (StringWriter out = new StringWriter()) {
            configuration.getTemplate(template).process(view, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(template + ": " + e.getMessage(), e);
        }
    }
}
