package systole.frontend.text;

import java.util.List;
import systole.diagnostic.SourceRef;

/** A value as it is written, without any interpretation. */
sealed interface Written {
    SourceRef where();

    /** The description of the value in messages. */
    String described();

    /** A number in its written characters. */
    record Num(String text, SourceRef where) implements Written {
        @Override
        public String described() {
            return text.length() <= 24 ? text : "a number of " + text.length() + " characters";
        }
    }

    /** A string, without its quotes. */
    record Text(String text, SourceRef where) implements Written {
        @Override
        public String described() {
            return "a string";
        }
    }

    /** A bare word. */
    record Word(String name, SourceRef where) implements Written {
        @Override
        public String described() {
            return "'" + name + "'";
        }
    }

    /** A list in brackets. */
    record Items(List<Written> values, SourceRef where) implements Written {
        @Override
        public String described() {
            return "a list of " + values.size();
        }
    }

    /** {@code name(values, key = value)}. */
    record Call(String name, List<Written> positional, List<Argument> keyed, SourceRef where) implements Written {
        @Override
        public String described() {
            return "'" + name + "(...)'";
        }
    }

    /** {@code key = value}. */
    record Argument(String key, SourceRef where, Written value) {}
}
