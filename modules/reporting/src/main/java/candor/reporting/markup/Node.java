package candor.reporting.markup;

/** What an element may hold. */
public sealed interface Node permits Element, StyleSheet, Text {}
