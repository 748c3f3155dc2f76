// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.markup;

/**
 * The content of a style element, which is written as it stands: HTML knows no escapes there.
 *
 * @param css without {@code &} and {@code <}, so that it cannot become markup
 */
public record StyleSheet(String css) implements Node {

    public StyleSheet {
        if (css.indexOf('&') >= 0 || css.indexOf('<') >= 0) {
            throw new IllegalArgumentException("a style sheet with & or <: " + css);
        }
    }
}
