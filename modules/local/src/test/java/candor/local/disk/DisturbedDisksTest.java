// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.disk;

import static org.assertj.core.api.Assertions.assertThat;

import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.simulation.Act;
import candor.pipeline.simulation.Tally;
import candor.store.fixture.MemoryLedger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Days of a home on a simulated disk, cut off before every write, link, rename, flush and deletion: by the end of the process,
 * and by a power cut that loses what was not flushed.
 */
final class DisturbedDisksTest {

    private static final List<Act> ON_THURSDAY = Act.run("thursday", new SyntheticBars(LocalDate.of(2018, 3, 1)), null);
    private static final List<Act> ON_FRIDAY = Act.run("friday", new SyntheticBars(LocalDate.of(2018, 3, 2)), null);
    private static final Tally TALLY = new Tally();

    @AfterAll
    static void write() {
        TALLY.write(DisturbedDisksTest.class);
    }

    @Test
    void twoDaysAreTheSameWhereverTheyAreCutOff() {
        DiskSimulation home =
                new DiskSimulation("days on a disk", TALLY, SimulatedDisk.empty(true), new MemoryLedger());

        home.disturbed(ON_THURSDAY);
        home.disturbed(ON_FRIDAY);

        TALLY.assertNothingFound();
        assertThat(Survival.values())
                .allSatisfy(
                        end -> assertThat(TALLY.tried("days on a disk", end)).isGreaterThan(500));
    }

    /** As on exFAT and some network drives, where a first write is a rename under a lock. */
    @Test
    void soIsADayWithoutHardLinks() {
        DiskSimulation home =
                new DiskSimulation("days without hard links", TALLY, SimulatedDisk.empty(false), new MemoryLedger());

        home.disturbed(ON_THURSDAY);

        TALLY.assertNothingFound();
    }
}
