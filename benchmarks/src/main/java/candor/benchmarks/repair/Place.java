package candor.benchmarks.repair;

/** Where in a history a fault lies. */
enum Place {
    START,
    MIDDLE,
    END;

    /** A row of that third, never the first one nor the last. */
    int row(Draw draw, int rows) {
        int third = (rows - 2) / 3;
        return 1 + ordinal() * third + draw.whole(0, Math.max(0, third - 1));
    }

    /** One of so many, of that third. */
    int of(Draw draw, int count) {
        int first = ordinal() * count / 3;
        int last = Math.max(first, (ordinal() + 1) * count / 3 - 1);
        return draw.whole(first, last);
    }
}
