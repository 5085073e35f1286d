package systole.app;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import systole.diagnostic.Visible;

/** Passes text on as it may be shown to people. */
final class VisibleWriter extends FilterWriter {
    VisibleWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        out.write(Visible.text(String.valueOf((char) character)));
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        out.write(Visible.text(new String(characters, offset, length)));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.write(Visible.text(text.substring(offset, offset + length)));
    }
}
