// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.port;

/** Where a run's bars are to be looked for, as its input says it. */
public sealed interface BarReference {

    /** As in the input of a run. */
    String text();

    /** References that are one word. */
    enum Fixed implements BarReference {
        /** Leaves it to the configuration where to look. */
        CONFIGURED("configured"),
        /** The symbol's own file, {@code inbox/SYMBOL.csv}. */
        INBOX("inbox"),
        /** The built-in synthetic stock. */
        SYNTHETIC("synthetic");

        private final String text;

        Fixed(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /**
     * A file that a person put into the object store.
     *
     * @param text its key, which begins with {@value #PREFIX}
     */
    record InboxFile(String text) implements BarReference {

        /** What every key of such a file begins with. */
        public static final String PREFIX = "inbox/";
    }

    /** @param text name of a provider, known or not */
    record Provider(String text) implements BarReference {}

    /** The reference of that text; whether there is such a file or provider is seen when it is looked for. */
    static BarReference of(String text) {
        for (Fixed fixed : Fixed.values()) {
            if (fixed.text().equals(text)) {
                return fixed;
            }
        }
        return text.startsWith(InboxFile.PREFIX) ? new InboxFile(text) : new Provider(text);
    }
}
