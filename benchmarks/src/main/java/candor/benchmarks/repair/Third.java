package candor.benchmarks.repair;

/** Where in a history a fault lies. */
enum Third {
    START(0),
    MIDDLE(1),
    END(2);

    /** Counted from 0. */
    private final int third;

    Third(int third) {
        this.third = third;
    }

    int third() {
        return third;
    }

    /** A row of that third, never the first one nor the last. */
    int row(Draw draw, int rows) {
        int length = (rows - 2) / 3;
        return 1 + third * length + draw.whole(0, Math.max(0, length - 1));
    }

    /** One of so many, of that third. */
    int of(Draw draw, int count) {
        int first = third * count / 3;
        int last = Math.max(first, (third + 1) * count / 3 - 1);
        return draw.whole(first, last);
    }
}
