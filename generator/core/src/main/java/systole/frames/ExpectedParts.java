package systole.frames;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import systole.network.Bundle;

/**
 * Results of another source for several tensors that come out together.
 *
 * @param parts the results of each tensor
 */
public record ExpectedParts(Bundle bundle, List<Expected> parts) implements Expected {
    public ExpectedParts {
        parts = List.copyOf(parts);
    }

    @Override
    public String source() {
        return parts.stream().map(Expected::source).collect(Collectors.joining(", "));
    }

    @Override
    public ExpectedParts forEach(Frames sent) {
        return new ExpectedParts(
                bundle, parts.stream().map(part -> part.forEach(sent)).toList());
    }

    @Override
    public ExpectedParts first(int limit) {
        return new ExpectedParts(
                bundle, parts.stream().map(part -> part.first(limit)).toList());
    }

    @Override
    public Comparison compare(Frames outputs) {
        List<Comparison> each = IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i).compare(outputs.part(bundle, i)))
                .toList();
        String first = IntStream.range(0, each.size())
                .filter(i -> each.get(i).differences() > 0)
                .mapToObj(i -> bundle.names().get(i) + ", " + each.get(i).first())
                .findFirst()
                .orElse("");
        return new Comparison(each.stream().mapToLong(Comparison::differences).sum(), first);
    }
}
