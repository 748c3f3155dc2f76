package candor.marketdata.csv;

import candor.marketdata.text.Quoted;

/** A date with the place where it stands. */
record NotedDate(long line, String text, WrittenDate date) {

    /** As messages name it. */
    String shown() {
        return Quoted.of(text) + " on line " + line;
    }
}
