// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import java.util.regex.Pattern;

/** Words of a command that a person can type as they stand. */
public final class ShellWords {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./=,:+-]+");

    private ShellWords() {}

    /** The text as one word: in quotation marks where a shell would take it for something else. */
    public static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
