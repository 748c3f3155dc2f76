package candor.reporting.markup;

/** @param value as it is to be read, not escaped */
public record Text(String value) implements Node {}
